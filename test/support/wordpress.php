<?php
// The few functions of WordPress that the plugin calls, so that it can be tried without one. Reads a call from standard input, prints the answer as JSON.
define( 'ABSPATH', '/' );
$call   = json_decode( stream_get_contents( STDIN ), true );
$told   = array();
$option = $call['option'] ?? '';
function add_action() {}
function add_shortcode() {}
function get_option() {
	global $option;
	return $option;
}
function wp_enqueue_script_module( $name ) {
	global $told;
	$told[] = $name;
}
function add_settings_error( $setting, $code, $message ) {
	global $told;
	$told[] = $message;
}
function wp_json_encode( $value, $flags ) {
	return json_encode( $value, $flags );
}
function esc_attr( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES );
}
function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES );
}
require $call['plugin'];
$answer = call_user_func_array( $call['function'], $call['arguments'] );
echo json_encode( array( 'answer' => $answer, 'told' => $told ) );
