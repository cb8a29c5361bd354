import { Box, Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { faultsOf } from "../../parts/faults.ts";
import { notifyDone } from "../../parts/notify.tsx";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { NUMBERS } from "./texts.ts";

const digits = (number: string) => number.replace(/[^\w+]/g, "");

export function NumberForm({ entity }: { readonly entity: Entity }) {
  const t = useTexts(NUMBERS);
  const [number, setNumber] = useState("");
  const [fault, setFault] = useState<string>();
  const add = useConfigurationChange(
    (added: string, ifMatch) =>
      send(`/entities/${entity.id}`, {
        method: "PATCH",
        ifMatch,
        body: { sipIds: [...entity.sipIds, added] },
      }),
    {
      onDone: (_result, added) => {
        setNumber("");
        notifyDone(t("added", { number: added, name: entity.name }));
      },
      onProblem: (error) => {
        if (Object.keys(faultsOf(error)).length === 0) return false;
        setFault(t("fault.taken"));
        return true;
      },
    },
  );
  const submit = () => {
    const typed = number.trim();
    const isKnown = entity.sipIds.some((known) => digits(known) === digits(typed));
    const found = typed === "" || typed.length > 128 ? t("fault.form") : isKnown ? t("fault.own") : undefined;
    setFault(found);
    if (found === undefined) add.mutate(typed);
  };
  return (
    <Box
      component="form"
      noValidate
      maw={560}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          flex="1 1 220px"
          label={t("new")}
          description={t("newHint")}
          value={number}
          onChange={(event) => {
            setNumber(event.currentTarget.value);
            setFault(undefined);
          }}
          error={fault}
          autoComplete="off"
          inputWrapperOrder={["label", "description", "error", "input"]}
        />
        <Button type="submit" loading={add.isPending}>
          {t("add")}
        </Button>
      </Group>
    </Box>
  );
}
