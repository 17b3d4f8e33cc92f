<?php
/**
 * Plugin Name: Library sign-up
 * Description: The form for new library users and forgotten user IDs, as a block and as the shortcode [library_signup flow="recover"].
 * Version: 0.1.0
 * Requires at least: 6.5
 * Requires PHP: 8.1
 * License: MIT
 */

defined( 'ABSPATH' ) || exit;

const LIBRARY_SIGNUP_OPTION = 'library_signup_configuration';
const LIBRARY_SIGNUP_FLOWS  = array( 'register', 'recover', 'login' );

/** The package's folder dist/cdn, of one version, lies in the plugin's folder js/. */
function library_signup_register() {
	wp_register_script_module( 'library-signup', plugins_url( 'js/library-signup.js', __FILE__ ), array(), '0.1.0' );
	register_block_type( __DIR__ . '/block', array( 'render_callback' => 'library_signup_render' ) );
	add_shortcode( 'library_signup', 'library_signup_render' );
}
add_action( 'init', 'library_signup_register' );

/**
 * What leaves patrons without a form. The whole check is `npx library-signup check`.
 *
 * @return string[] One sentence each.
 */
function library_signup_mistakes( string $json ): array {
	$config = json_decode( $json, true );
	if ( ! is_array( $config ) ) {
		return array( 'This is not JSON: ' . json_last_error_msg() );
	}
	$mistakes = array();
	if ( 1 !== ( $config['version'] ?? null ) ) {
		$mistakes[] = 'version: write 1';
	}
	foreach ( array( 'library.id', 'library.name', 'gateway.url', 'identity.providers' ) as $path ) {
		$value = $config;
		foreach ( explode( '.', $path ) as $key ) {
			$value = is_array( $value ) ? ( $value[ $key ] ?? null ) : null;
		}
		if ( null === $value || '' === $value ) {
			$mistakes[] = "$path: is required";
		}
	}
	if ( ! array_intersect( LIBRARY_SIGNUP_FLOWS, array_keys( $config ) ) ) {
		$mistakes[] = 'register, recover, login: write one of them at least';
	}
	return $mistakes;
}

/**
 * The tag. Made here and not in the editor, so that no filter of the content changes it.
 *
 * @param array|string $attributes Of the block or the shortcode.
 */
function library_signup_render( $attributes ): string {
	$json = (string) get_option( LIBRARY_SIGNUP_OPTION, '' );
	if ( library_signup_mistakes( $json ) ) {
		return '';
	}
	$flow = is_array( $attributes ) ? ( $attributes['flow'] ?? 'register' ) : 'register';
	if ( ! in_array( $flow, LIBRARY_SIGNUP_FLOWS, true ) ) {
		$flow = 'register';
	}
	wp_enqueue_script_module( 'library-signup' );
	// On one line, as wpautop() puts <br> and <p> into the others; without "<", which would end the script.
	$text = wp_json_encode( json_decode( $json ), JSON_HEX_TAG | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	return sprintf( '<library-signup flow="%s"><script type="application/json">%s</script></library-signup>', esc_attr( $flow ), $text );
}

/** Keeps the old configuration when the new one can't be used, and says why. */
function library_signup_sanitize( $json ): string {
	$mistakes = library_signup_mistakes( (string) $json );
	if ( ! $mistakes ) {
		return (string) $json;
	}
	add_settings_error( LIBRARY_SIGNUP_OPTION, 'mistakes', esc_html( implode( ' · ', $mistakes ) ) );
	return (string) get_option( LIBRARY_SIGNUP_OPTION, '' );
}

function library_signup_settings() {
	register_setting( 'library_signup', LIBRARY_SIGNUP_OPTION, array( 'sanitize_callback' => 'library_signup_sanitize' ) );
}
add_action( 'admin_init', 'library_signup_settings' );

function library_signup_menu() {
	add_options_page( 'Library sign-up', 'Library sign-up', 'manage_options', 'library-signup', 'library_signup_page' );
}
add_action( 'admin_menu', 'library_signup_menu' );

function library_signup_page() {
	?>
	<div class="wrap">
		<h1>Library sign-up</h1>
		<form action="options.php" method="post">
			<?php settings_fields( 'library_signup' ); ?>
			<p><label for="library-signup-json">Configuration: the JSON that the builder gives you</label></p>
			<textarea id="library-signup-json" name="<?php echo esc_attr( LIBRARY_SIGNUP_OPTION ); ?>" class="large-text code" rows="20"><?php echo esc_textarea( get_option( LIBRARY_SIGNUP_OPTION, '' ) ); ?></textarea>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}
