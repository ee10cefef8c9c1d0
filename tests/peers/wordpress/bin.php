<?php
// Puts one post into the bin, as somebody does in the dashboard.
$_SERVER['HTTP_HOST'] = getenv('SITE_HOST');
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
require getenv('SITE_ROOT') . '/wp-load.php';
wp_trash_post((int) getenv('POST_NUMBER'));
