import { NumberInput, SimpleGrid } from "@mantine/core";
import { useLanguage, useTexts } from "../../i18n.ts";
import type { Faults } from "../../parts/faults.ts";
import type { ProductDraft, Typed } from "./product-draft.ts";
import { SERVICES } from "./texts.ts";

/** What every variant has to say of itself. */
export function LengthAndPrice({
  draft,
  currency,
  faults,
  onChange,
}: {
  readonly draft: Pick<ProductDraft, "durationMinutes" | "price">;
  readonly currency: string;
  readonly faults: Faults;
  readonly onChange: (name: "durationMinutes" | "price", value: Typed) => void;
}) {
  const t = useTexts(SERVICES);
  const language = useLanguage();
  return (
    <SimpleGrid cols={2} spacing="sm">
      <NumberInput
        label={t("variant.duration")}
        value={draft.durationMinutes}
        onChange={(value) => onChange("durationMinutes", value)}
        allowDecimal={false}
        allowNegative={false}
        min={1}
        step={5}
        clampBehavior="none"
        error={faults.durationMinutes}
        required
      />
      <NumberInput
        label={t("variant.price", { currency })}
        value={draft.price}
        onChange={(value) => onChange("price", value)}
        decimalSeparator={language === "de" ? "," : "."}
        decimalScale={2}
        allowNegative={false}
        hideControls
        error={faults.price}
        required
      />
    </SimpleGrid>
  );
}
