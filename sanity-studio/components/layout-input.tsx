import { Card, Flex, Radio, Stack, Text } from '@sanity/ui'
import { type StringInputProps, set } from 'sanity'
import { layouts } from '../layouts.ts'
import { needable } from '../schema/rules/layout-needs.ts'

/** Chooses a layout by its picture, its name and its purpose. */
export function LayoutInput({ value, onChange, readOnly, elementProps, path }: StringInputProps) {
  const known = layouts.some(({ name }) => name === value)
  return (
    <Stack gap={2} role="radiogroup" aria-label="How it is laid out">
      {layouts.map((layout, index) => (
        <Card
          as="label"
          border
          key={layout.name}
          padding={3}
          radius={2}
          tone={layout.name === value ? 'primary' : 'default'}
        >
          <Flex align="flex-start" gap={3}>
            <Radio
              checked={layout.name === value}
              disabled={readOnly}
              name={path.join('.')}
              onBlur={elementProps.onBlur}
              onChange={() => onChange(set(layout.name))}
              onFocus={elementProps.onFocus}
              ref={index === 0 ? elementProps.ref : undefined}
              value={layout.name}
            />
            {layout.picture && (
              <img alt="" height={64} src={layout.picture} style={{ flex: 'none' }} width={96} />
            )}
            <Stack gap={3}>
              <Text weight="medium">{layout.title}</Text>
              <Text muted size={1}>
                {layout.description}
              </Text>
              {layout.needs.length > 0 && (
                <Text muted size={1}>
                  Needs {new Intl.ListFormat('en-GB').format(layout.needs.map((need) => needable[need]))}.
                </Text>
              )}
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
