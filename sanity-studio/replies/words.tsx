import { Card, Stack, Text } from '@sanity/ui'

/** What somebody said, as they broke the lines. */
export function Words({ name, text, muted = false }: { name: string; text: string; muted?: boolean }) {
  return (
    <Card borderLeft={muted} paddingLeft={muted ? 3 : 0} paddingY={muted ? 1 : 0} tone="inherit">
      <Stack gap={3}>
        <Text muted={muted} size={1} weight="medium">
          {name}
        </Text>
        <Text muted={muted} size={1} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      </Stack>
    </Card>
  )
}
