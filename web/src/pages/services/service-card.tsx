import { Alert, Badge, Box, Button, Group, Paper, Text, Title, UnstyledButton } from "@mantine/core";
import type {
  AppointmentTypeConfiguration,
  ProductConfiguration,
} from "../../../../src/staff-api/wire-types.ts";
import type { Entity } from "../../api/queries.ts";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { MoveButtons, moved } from "../../parts/move-buttons.tsx";
import { agentName } from "../../parts/names.ts";
import { poolLabel } from "../../parts/pool-name.ts";
import { PARTS } from "../../parts/texts.ts";
import { formatNumber } from "../../time.ts";
import classes from "./services.module.css";
import { SERVICES } from "./texts.ts";

/** One service with its variants; a variant opens by a click anywhere on it. */
export function ServiceCard({
  entity,
  type,
  index,
  count,
  isOrdering,
  onMoveType,
  onOrderVariants,
  onEdit,
  onOpen,
  onAdd,
}: {
  readonly entity: Entity;
  readonly type: AppointmentTypeConfiguration;
  readonly index: number;
  readonly count: number;
  readonly isOrdering: boolean;
  readonly onMoveType: (to: number) => void;
  readonly onOrderVariants: (products: readonly ProductConfiguration[], moved: ProductConfiguration) => void;
  readonly onEdit: () => void;
  readonly onOpen: (product: ProductConfiguration) => void;
  readonly onAdd: () => void;
}) {
  const t = useTexts(SERVICES);
  const parts = useTexts(PARTS);
  const team = entity.agents.filter(({ id }) => type.agents.includes(id));
  const titleId = `type-${type.id}`;
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box flex="1 1 12rem" miw={0}>
          <Title order={2} fz="h4" id={titleId} className={classes.name!}>
            {type.name}
          </Title>
          {team.length === 0 ? null : (
            <Text size="sm" c="dimmed">
              {team.map(agentName).join(", ")}
            </Text>
          )}
        </Box>
        {isOrdering ? (
          <MoveButtons name={type.name} index={index} count={count} onMove={onMoveType} />
        ) : (
          <Button
            variant="default"
            size="xs"
            onClick={onEdit}
            aria-label={t("editType", { name: type.name })}
            flex="none"
          >
            {parts("edit")}
          </Button>
        )}
      </Group>
      {team.length === 0 ? <Hint>{t("nobody")}</Hint> : null}
      {type.products.length === 0 ? <Hint>{t("noVariants")}</Hint> : null}
      <ul className={`${classes.list} numbers`}>
        {type.products.map((product, at) => (
          <li key={product.id} className={classes.item}>
            <Variant product={product} currency={entity.currency} onOpen={() => onOpen(product)} />
            {isOrdering && type.products.length > 1 ? (
              <MoveButtons
                name={product.name}
                index={at}
                count={type.products.length}
                onMove={(to) => onOrderVariants(moved(type.products, at, to), product)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {isOrdering ? null : (
        <Button
          variant="subtle"
          size="compact-sm"
          mt="xs"
          leftSection={<Icon name="plus" size={16} />}
          onClick={onAdd}
          aria-label={`${type.name}: ${t("addVariant")}`}
        >
          {t("addVariant")}
        </Button>
      )}
    </Paper>
  );
}

function Hint({ children }: { readonly children: string }) {
  return (
    <Alert color="orange" mt="xs" py="xs">
      {children}
    </Alert>
  );
}

function Variant({
  product,
  currency,
  onOpen,
}: {
  readonly product: ProductConfiguration;
  readonly currency: string;
  readonly onOpen: () => void;
}) {
  const t = useTexts(SERVICES);
  const language = useLanguage();
  const { bufferBeforeMinutes, bufferAfterMinutes, slotIntervalMinutes, maxBookingsPerDay, capacity } =
    product;
  const details = [
    ...Object.entries(product.resources).map(([pool, count]) =>
      count === 1 ? poolLabel(pool) : `${count} × ${poolLabel(pool)}`,
    ),
    ...(bufferBeforeMinutes > 0 ? [t("before", { count: bufferBeforeMinutes })] : []),
    ...(bufferAfterMinutes > 0 ? [t("after", { count: bufferAfterMinutes })] : []),
    ...(slotIntervalMinutes === undefined ? [] : [t("interval", { count: slotIntervalMinutes })]),
    ...(maxBookingsPerDay === undefined ? [] : [t("perDay", { count: maxBookingsPerDay })]),
  ].join(" · ");
  return (
    <UnstyledButton className={classes.variant!} onClick={onOpen}>
      <span className={classes.name}>
        {product.name}{" "}
        {capacity > 1 ? (
          <Badge variant="light" tt="none" component="span">
            {t("course", { count: capacity })}
          </Badge>
        ) : null}
      </span>
      <span className={classes.figure}>{t("minutes", { count: product.durationMinutes })}</span>
      <Text component="span" fw={600} className={classes.figure!}>
        {formatNumber(product.price, language, { style: "currency", currency })}
      </Text>
      <span className={classes.chevron}>
        <Icon name="right" size={16} />
      </span>
      {details === "" ? null : (
        <Text component="span" size="xs" c="dimmed" className={classes.details!}>
          {details}
        </Text>
      )}
    </UnstyledButton>
  );
}
