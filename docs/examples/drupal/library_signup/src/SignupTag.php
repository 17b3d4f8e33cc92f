<?php

namespace Drupal\library_signup;

/**
 * Reads a configuration as an editor pastes it, and makes it fit for a page. Knows nothing of Drupal.
 */
final class SignupTag {

  public const FLOWS = ['register', 'recover', 'login'];

  /**
   * Says what makes a configuration unusable.
   *
   * The whole check is `npx library-signup check`; this one finds what leaves patrons without a form.
   *
   * @return string[]
   *   One sentence each; none when it can be used.
   */
  public static function mistakes(string $json): array {
    $config = json_decode($json, TRUE);
    if (!is_array($config)) {
      return ['This is not JSON: ' . json_last_error_msg()];
    }
    $mistakes = [];
    if (($config['version'] ?? NULL) !== 1) {
      $mistakes[] = 'version: write 1';
    }
    foreach (['library.id', 'library.name', 'gateway.url', 'identity.providers'] as $path) {
      $value = $config;
      foreach (explode('.', $path) as $key) {
        $value = is_array($value) ? ($value[$key] ?? NULL) : NULL;
      }
      if ($value === NULL || $value === '') {
        $mistakes[] = "$path: is required";
      }
    }
    $url = $config['gateway']['url'] ?? '';
    if (is_string($url) && preg_match('#^[a-z][a-z0-9+.-]*:#i', $url) && !preg_match('#^https://|^http://(localhost|127\.0\.0\.1)([:/]|$)#i', $url)) {
      $mistakes[] = 'gateway.url: write an https address, or one on this site';
    }
    if (!array_intersect(self::FLOWS, array_keys($config))) {
      $mistakes[] = 'register, recover, login: write one of them at least';
    }
    return $mistakes;
  }

  /**
   * The configuration as text that can stand inside a script, whatever is in it.
   */
  public static function json(string $json): string {
    return json_encode(
      json_decode($json, FALSE, 512, JSON_THROW_ON_ERROR),
      JSON_THROW_ON_ERROR | JSON_HEX_TAG | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
    );
  }

}
