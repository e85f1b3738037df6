import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist', 'src/api/schema.d.ts'] },
  typescript.configs.strictTypeChecked,
  a11y.flatConfigs.recommended,
  hooks.configs.flat.recommended,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `void` before a promise that shows its own failure is said on purpose; numbers in texts are meant.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A choice that was cleared is undefined, whatever the type of the component set says.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // What the server refused is thrown as it was sent, so that the page shows its words.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // What scrolls is reached with the keyboard (WCAG 2.2 SC 2.1.1).
      'jsx-a11y/no-noninteractive-tabindex': 'off',
      // Films that customers send have no captions.
      'jsx-a11y/media-has-caption': 'off',
      // The first field of a dialog has the focus, as WCAG asks of dialogs.
      'jsx-a11y/no-autofocus': 'off',
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/require-await': 'off' },
  },
  { files: ['**/*.{js,mjs}'], extends: [typescript.configs.disableTypeChecked] },
);
