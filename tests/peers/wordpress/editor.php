<?php
// Makes one more editor, and prints an application password as JSON.
$_SERVER['HTTP_HOST'] = getenv('SITE_HOST');
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
require getenv('SITE_ROOT') . '/wp-load.php';
$name = getenv('EDITOR_NAME');
$user = wp_create_user($name, wp_generate_password(24), $name . '@arunika.example');
(new WP_User($user))->set_role('editor');
[$password] = WP_Application_Passwords::create_new_application_password($user, ['name' => 'Suluh']);
echo json_encode(['password' => $password, 'id' => $user]);
