import { AddIcon } from '@sanity/icons/Add'
import { TrashIcon } from '@sanity/icons/Trash'
import { Button, Flex, Stack, Text, TextInput } from '@sanity/ui'
import { useId } from 'react'
import { type ArrayOfObjectsInputProps, set } from 'sanity'
import { isTableRow, type TableRow } from '../schema/rules/table-rows.ts'
import { addColumn, addRow, removeColumn, removeRow, setCell, widthOf } from './table-rows.ts'

/** Writes a table as one sees it: cells side by side. Tab goes from cell to cell. */
export function TableRowsInput({ value, onChange, readOnly }: ArrayOfObjectsInputProps) {
  const id = useId()
  const rows = (value ?? []).filter(isTableRow)
  const columns = Array.from({ length: widthOf(rows) }, (_, column) => column)
  const save = (next: TableRow[]) => onChange(set(next))

  return (
    <Stack gap={3}>
      <div style={{ overflowX: 'auto', padding: 2 }}>
        <table style={{ borderCollapse: 'separate', borderSpacing: 4, width: '100%' }}>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row._key}>
                {columns.map((column) => (
                  <td key={column} style={{ minWidth: '7rem' }}>
                    <TextInput
                      aria-label={`Row ${index + 1}, column ${column + 1}`}
                      id={`${id}-${index}-${column}`}
                      onChange={(event) => save(setCell(rows, index, column, event.currentTarget.value))}
                      padding={2}
                      readOnly={readOnly}
                      value={row.cells?.[column] ?? ''}
                    />
                  </td>
                ))}
                <td style={{ width: 1 }}>
                  <Remove
                    label={`Remove row ${index + 1}`}
                    onClick={() => save(removeRow(rows, index))}
                    disabled={readOnly}
                  />
                </td>
              </tr>
            ))}
            {rows.length > 0 && columns.length > 1 && (
              <tr>
                {columns.map((column) => (
                  <td key={column} style={{ textAlign: 'center' }}>
                    <Remove
                      label={`Remove column ${column + 1}`}
                      onClick={() => save(removeColumn(rows, column))}
                      disabled={readOnly}
                    />
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && (
        <Text muted size={1}>
          The table is empty.
        </Text>
      )}
      <Flex gap={2}>
        <Button
          disabled={readOnly}
          icon={AddIcon}
          mode="ghost"
          onClick={() => save(addRow(rows))}
          text="Add row"
        />
        <Button
          disabled={readOnly}
          icon={AddIcon}
          mode="ghost"
          onClick={() => save(addColumn(rows))}
          text="Add column"
        />
      </Flex>
    </Stack>
  )
}

function Remove(props: { label: string; onClick: () => void; disabled?: boolean }) {
  return (
    <Button
      aria-label={props.label}
      disabled={props.disabled}
      icon={TrashIcon}
      mode="bleed"
      onClick={props.onClick}
      padding={2}
      title={props.label}
      tone="critical"
    />
  )
}
