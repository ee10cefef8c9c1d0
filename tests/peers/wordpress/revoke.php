<?php
// Takes back every application password of the editor, as the person does on the profile page.
$_SERVER['HTTP_HOST'] = getenv('SITE_HOST');
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
require getenv('SITE_ROOT') . '/wp-load.php';
WP_Application_Passwords::delete_all_application_passwords((int) getenv('EDITOR_ID'));
