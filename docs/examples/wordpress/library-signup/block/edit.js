// In the editor a line stands for the form: it is no place for logging in.
(function ({ blocks, blockEditor, components, element: { createElement } }) {
  blocks.registerBlockType('library-signup/form', {
    edit: ({ attributes, setAttributes }) =>
      createElement(
        'div',
        blockEditor.useBlockProps(),
        createElement(components.SelectControl, {
          label: 'Library sign-up begins with',
          value: attributes.flow,
          options: [
            { value: 'register', label: 'Registration' },
            { value: 'recover', label: 'Forgotten user ID or PIN' },
            { value: 'login', label: 'Login' },
          ],
          onChange: (flow) => setAttributes({ flow }),
        }),
      ),
    save: () => null,
  });
})(window.wp);
