import { Card, Heading, Stack, Text } from '@sanity/ui'

/** What a Studio shows that was built without a project and is not served by `npm start`. */
export function UnknownProject() {
  return (
    <Stack gap={4}>
      <Heading as="h1" size={1}>
        This Studio doesn’t know its project
      </Heading>
      <Text size={1}>
        Set SANITY_PROJECT_ID and SANITY_DATASET in the environment, or in the file <code>.env</code> at the
        root of the repository, and build the Studio again:
      </Text>
      <Card overflow="auto" padding={3} radius={2} tone="transparent">
        <Text size={1}>
          <code>npm run build --workspace=sanity-studio</code>
        </Text>
      </Card>
      <Text size={1}>
        To write on this computer alone, without an account, run <code>npm start</code> and open the Studio’s
        address that it prints.
      </Text>
    </Stack>
  )
}
