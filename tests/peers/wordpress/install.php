<?php
// Sets a site up as the installer's page does.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = getenv('SITE_HOST');
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
require getenv('SITE_ROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Dinas Kesehatan', 'kepala', 'kepala@arunika.example', true, '', wp_generate_password(24));
