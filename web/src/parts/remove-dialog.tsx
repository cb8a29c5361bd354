import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { type ApiProblem, isProblem } from "../api/problem.ts";
import { useTexts } from "../i18n.ts";
import { useProblemText } from "./states.tsx";
import { PARTS } from "./texts.ts";

/** More are not counted by the server. */
const MOST_COUNTED = 50;

/** Asks before something goes; a refusal is told in the same place. */
export function RemoveDialog({
  opened,
  title,
  about,
  obstacle,
  confirm,
  hint,
  isBusy,
  error,
  onConfirm,
  onClose,
}: {
  readonly opened: boolean;
  readonly title: string;
  readonly about?: string | undefined;
  /** Why it cannot go, where that is known beforehand. */
  readonly obstacle?: string | undefined;
  readonly confirm?: string;
  /** What helps when future appointments need it. */
  readonly hint?: string | undefined;
  readonly isBusy: boolean;
  /** Of the attempt to remove it. */
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const t = useTexts(PARTS);
  const text = useProblemText();
  const isInUse = isProblem(error, "in_use");
  const isNeeded = isInUse || obstacle !== undefined;
  const told = obstacle ?? (isInUse ? neededText(error, t) : error == null ? undefined : text(error));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack>
        {about === undefined || isNeeded ? null : <Text size="sm">{about}</Text>}
        {told === undefined ? null : (
          <Alert color={isNeeded ? "orange" : "red"} role="alert">
            {told}
          </Alert>
        )}
        {isNeeded && hint !== undefined ? <Text size="sm">{hint}</Text> : null}
        <Group justify="flex-end">
          <Button variant={isNeeded ? "filled" : "default"} onClick={onClose} data-autofocus>
            {isNeeded ? t("close") : t("cancel")}
          </Button>
          {isNeeded ? null : (
            <Button color="red.9" loading={isBusy} onClick={onConfirm}>
              {confirm ?? t("remove")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function neededText(error: ApiProblem, t: ReturnType<typeof useTexts<(typeof PARTS)["de"]>>): string {
  const count = error.problem.bookingIds?.length ?? 0;
  return t(count < MOST_COUNTED ? "needed" : "neededByMany", { count });
}
