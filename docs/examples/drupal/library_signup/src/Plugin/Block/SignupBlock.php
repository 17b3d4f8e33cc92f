<?php

namespace Drupal\library_signup\Plugin\Block;

use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Drupal\library_signup\SignupTag;

/**
 * The form, where an editor puts it.
 */
#[Block(id: 'library_signup', admin_label: new TranslatableMarkup('Library sign-up'))]
final class SignupBlock extends BlockBase {

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    return ['configuration_json' => '', 'flow' => 'register'];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    $form['configuration_json'] = [
      '#type' => 'textarea',
      '#title' => $this->t('Configuration'),
      '#description' => $this->t('The JSON that the builder gives you.'),
      '#default_value' => $this->configuration['configuration_json'],
      '#rows' => 16,
      '#required' => TRUE,
    ];
    $form['flow'] = [
      '#type' => 'select',
      '#title' => $this->t('Begins with'),
      '#options' => [
        'register' => $this->t('Registration'),
        'recover' => $this->t('Forgotten user ID or PIN'),
        'login' => $this->t('Login'),
      ],
      '#default_value' => $this->configuration['flow'],
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockValidate($form, FormStateInterface $form_state): void {
    $mistakes = SignupTag::mistakes((string) $form_state->getValue('configuration_json'));
    if ($mistakes) {
      $form_state->setErrorByName('configuration_json', implode("\n", $mistakes));
    }
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    foreach (['configuration_json', 'flow'] as $key) {
      $this->configuration[$key] = $form_state->getValue($key);
    }
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    // A block that was imported, not saved in the form, may hold anything.
    if (SignupTag::mistakes($this->configuration['configuration_json'])) {
      return [];
    }
    return [
      '#theme' => 'library_signup',
      '#attributes' => ['flow' => $this->configuration['flow']],
      '#json' => SignupTag::json($this->configuration['configuration_json']),
      '#attached' => ['library' => ['library_signup/element']],
    ];
  }

}
