import { Button, Paper } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Key } from "../../../../src/staff-api/wire-types.ts";
import { get, send } from "../../api/client.ts";
import { useTexts } from "../../i18n.ts";
import { FormDrawer } from "../../parts/form-drawer.tsx";
import { Icon } from "../../parts/icon.tsx";
import { notifyDone } from "../../parts/notify.tsx";
import { Page } from "../../parts/page.tsx";
import { RemoveDialog } from "../../parts/remove-dialog.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { useChange } from "../../parts/use-change.ts";
import { useOpened } from "../../parts/use-opened.ts";
import { KeyForm, type MadeKey } from "./key-form.tsx";
import { hasEnded, KeyRow } from "./key-row.tsx";
import classes from "./keys.module.css";
import { ShownKey } from "./shown-key.tsx";
import { KEYS } from "./texts.ts";

export function KeysPage() {
  const t = useTexts(KEYS);
  const keys = useQuery({
    queryKey: ["keys"],
    queryFn: async ({ signal }) => (await get<{ items: Key[] }>("/keys", {}, signal)).data.items,
  });
  /** Without a key yet: the form for a new one. */
  const drawer = useOpened<{ readonly made?: MadeKey }>();
  const revocation = useOpened<Key>();
  const revoke = useChange(({ id }: Key) => send(`/keys/${id}`, { method: "DELETE" }), {
    outdates: ["keys"],
    onDone: (_result, key) => {
      revocation.close();
      notifyDone(t("revoked", { name: nameOf(key) }));
    },
    onProblem: () => true,
  });
  const nameOf = (key: Key | undefined) => key?.label ?? t("noLabel");
  const made = drawer.subject?.made;
  const add = (
    <Button leftSection={<Icon name="plus" />} onClick={() => drawer.open({})}>
      {t("add")}
    </Button>
  );
  const list = (items: readonly Key[]) => (
    <ul className={classes.list}>
      {items.map((key) => (
        <KeyRow
          key={key.id}
          value={key}
          onRevoke={() => {
            revoke.reset();
            revocation.open(key);
          }}
        />
      ))}
    </ul>
  );
  return (
    <Page title={t("title")} about={t("about")} actions={add}>
      <Loaded query={keys}>
        {(items) => {
          const newestFirst = items.toReversed();
          const valid = newestFirst.filter((key) => !hasEnded(key));
          const past = newestFirst.filter(hasEnded);
          return (
            <>
              {valid.length === 0 ? (
                <Empty>{t("empty")}</Empty>
              ) : (
                <Paper withBorder px="md">
                  {list(valid)}
                </Paper>
              )}
              {past.length === 0 ? null : (
                <details>
                  <summary className={classes.summary}>{t("past", { count: past.length })}</summary>
                  <Paper withBorder px="md" mt="xs">
                    {list(past)}
                  </Paper>
                </details>
              )}
            </>
          );
        }}
      </Loaded>
      <FormDrawer
        opened={drawer.isOpen}
        onClose={drawer.close}
        title={made === undefined ? t("add") : t("shown.title", { name: nameOf(made.stored) })}
      >
        {made === undefined ? (
          <KeyForm key={drawer.count} onMade={(one) => drawer.open({ made: one })} />
        ) : (
          <ShownKey made={made} onDone={drawer.close} />
        )}
      </FormDrawer>
      <RemoveDialog
        opened={revocation.isOpen}
        title={t("revokeTitle", { name: nameOf(revocation.subject) })}
        about={t("revokeAbout")}
        confirm={t("revoke")}
        isBusy={revoke.isPending}
        error={revoke.error}
        onClose={revocation.close}
        onConfirm={() => revocation.subject !== undefined && revoke.mutate(revocation.subject)}
      />
    </Page>
  );
}
