import { Card, Flex, Radio, Stack, Text } from '@sanity/ui'
import { type StringInputProps, set } from 'sanity'
import type { Template } from '../build/templates.ts'

/** The layouts in content/templates when the Studio was built (see `build/templates.ts`). */
declare const __TEMPLATES__: Template[]

/** Chooses a layout by its name and its purpose. */
export function TemplateInput({ value, onChange, readOnly, elementProps, path }: StringInputProps) {
  const known = __TEMPLATES__.some(({ name }) => name === value)
  return (
    <Stack gap={2} role="radiogroup" aria-label="How it is laid out">
      {__TEMPLATES__.map((template, index) => (
        <Card
          as="label"
          border
          key={template.name}
          padding={3}
          radius={2}
          tone={template.name === value ? 'primary' : 'default'}
        >
          <Flex gap={3}>
            <Radio
              checked={template.name === value}
              disabled={readOnly}
              name={path.join('.')}
              onBlur={elementProps.onBlur}
              onChange={() => onChange(set(template.name))}
              onFocus={elementProps.onFocus}
              ref={index === 0 ? elementProps.ref : undefined}
              value={template.name}
            />
            <Stack gap={2}>
              <Text weight="medium">{template.title}</Text>
              <Text muted size={1}>
                {template.description}
              </Text>
            </Stack>
          </Flex>
        </Card>
      ))}
      {value && !known && (
        <Card padding={3} radius={2} tone="caution">
          <Text size={1}>
            This recap uses the layout “{value}”, which is no longer there. Choose another.
          </Text>
        </Card>
      )}
    </Stack>
  )
}
