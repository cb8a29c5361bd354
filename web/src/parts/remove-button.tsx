import { Button } from "@mantine/core";
import { Icon } from "./icon.tsx";

/** In a form: takes away what is edited there. */
export function RemoveButton({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <Button
      variant="subtle"
      color="red"
      size="sm"
      leftSection={<Icon name="trash" size={16} />}
      onClick={onRemove}
    >
      {label}
    </Button>
  );
}
