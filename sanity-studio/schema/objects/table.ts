import { ThListIcon } from '@sanity/icons/ThList'
import { defineArrayMember, defineField, defineType } from 'sanity'
import { TableRowsInput } from '../../components/table-rows-input.tsx'
import { checkRows } from '../rules/table-rows.ts'

export const table = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      type: 'string',
      description: 'What the table shows; read first by people who listen to the page.',
    }),
    defineField({
      name: 'headerRow',
      title: 'The first row names the columns',
      type: 'boolean',
      description: 'Then it is read out with every cell under it.',
      initialValue: true,
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      type: 'array',
      description: 'Tab goes on to the next cell.',
      of: [defineArrayMember({ type: 'tableRow' })],
      components: { input: TableRowsInput },
      validation: (rule) => [rule.required().min(1).error('Add a row.'), rule.custom(checkRows)],
    }),
  ],
  preview: {
    select: { caption: 'caption', rows: 'rows' },
    prepare: ({ caption, rows }) => ({
      title: caption || 'Table',
      subtitle: `Table of ${Array.isArray(rows) ? rows.length : 0} rows`,
    }),
  },
})
