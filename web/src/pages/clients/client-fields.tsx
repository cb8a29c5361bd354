import { SimpleGrid, TextInput } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { ClientField } from "../../../../src/scheduling/configuration.ts";
import { ApiProblem } from "../../api/problem.ts";
import { useTexts } from "../../i18n.ts";
import { ASKED_ORDER, type CardFields } from "./client-card-fields.ts";
import { CLIENTS } from "./texts.ts";

export type CardFaults = Partial<Record<ClientField, string>>;

const INPUTS: Partial<Record<ClientField, { type?: string; inputMode?: "tel" | "email" | "numeric" }>> = {
  phone: { type: "tel", inputMode: "tel" },
  email: { type: "email", inputMode: "email" },
};

/** What can be said without the server: it refuses a phone number without digits. */
export function useCardFaults(): {
  readonly before: (fields: CardFields) => CardFaults;
  readonly after: (error: unknown) => CardFaults | undefined;
} {
  const t = useTexts(CLIENTS);
  return {
    before: (fields) => ({
      ...(fields.lastname.trim() === "" && fields.firstname.trim() === ""
        ? { lastname: t("fault.name") }
        : {}),
      ...(fields.phone.trim() !== "" && fields.phone.replace(/\D/g, "").length < 3
        ? { phone: t("fault.phone") }
        : {}),
    }),
    after: (error) => {
      const issues = error instanceof ApiProblem ? (error.problem.issues ?? []) : [];
      const faults: CardFaults = {};
      for (const { path, message } of issues) {
        const field = ASKED_ORDER.find((one) => one === path);
        if (field === undefined) return undefined;
        faults[field] =
          field === "dob"
            ? t(message.includes("can be read as") ? "fault.dobTwoWays" : "fault.dob")
            : field === "email"
              ? t("fault.email")
              : t(field === "phone" ? "fault.phone" : "fault.other");
      }
      return issues.length === 0 ? undefined : faults;
    },
  };
}

/** Every member of a card, each with its fault beside it. */
export function ClientFields({
  fields,
  faults,
  onChange,
}: {
  readonly fields: CardFields;
  readonly faults: CardFaults;
  readonly onChange: (fields: CardFields) => void;
}) {
  const t = useTexts(CLIENTS);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a telephone the fault can be out of sight.
    if (Object.keys(faults).length > 0) {
      grid.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [faults]);
  return (
    <SimpleGrid ref={grid} cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
      {ASKED_ORDER.map((field, index) => (
        <TextInput
          key={field}
          label={t(`field.${field}`)}
          placeholder={field === "dob" ? t("dobForm") : undefined}
          {...INPUTS[field]}
          autoComplete="off"
          maxLength={300}
          data-autofocus={index === 0 || undefined}
          value={fields[field]}
          error={faults[field]}
          onChange={(event) => onChange({ ...fields, [field]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  );
}
