import { CodeBlockIcon } from '@sanity/icons/CodeBlock'
import { defineField, defineType } from 'sanity'
import { needsWords } from '../rules/words.ts'

export const code = defineType({
  name: 'code',
  title: 'Code',
  type: 'object',
  icon: CodeBlockIcon,
  fields: [
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      description: 'In lower case, for example python, sql or json. May stay empty.',
      validation: (rule) =>
        rule.regex(/^[a-z0-9+#-]+$/).error('One word in lower case, for example python, sql or json.'),
    }),
    defineField({
      name: 'filename',
      title: 'File name',
      type: 'string',
      description: 'Shown above the code.',
    }),
    defineField({
      name: 'code',
      title: 'Code',
      type: 'text',
      rows: 8,
      description: 'Shown exactly as it is here, spaces included.',
      validation: (rule) => needsWords(rule, 'Paste the code.'),
    }),
  ],
  preview: {
    select: { code: 'code', language: 'language', filename: 'filename' },
    prepare: ({ code: text, language, filename }) => ({
      title: filename || text || 'Nothing pasted yet',
      subtitle: ['Code', language].filter(Boolean).join(': '),
    }),
  },
})
