<?php
// Calls one function of the module's class that knows nothing of Drupal.
$call = json_decode( stream_get_contents( STDIN ), true );
require $call['plugin'];
$answer = call_user_func_array( 'Drupal\library_signup\SignupTag::' . $call['function'], $call['arguments'] );
echo json_encode( array( 'answer' => $answer, 'told' => array() ) );
