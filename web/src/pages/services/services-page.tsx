import { Button, Stack, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import type {
  AppointmentTypeConfiguration,
  ProductConfiguration,
} from "../../../../src/staff-api/wire-types.ts";
import { send } from "../../api/client.ts";
import { useTexts } from "../../i18n.ts";
import { FormDrawer } from "../../parts/form-drawer.tsx";
import { Icon } from "../../parts/icon.tsx";
import { moved } from "../../parts/move-buttons.tsx";
import { notifyDone } from "../../parts/notify.tsx";
import { Page } from "../../parts/page.tsx";
import { RemoveDialog } from "../../parts/remove-dialog.tsx";
import { Empty } from "../../parts/states.tsx";
import { useConfigurationChange } from "../../parts/use-configuration-change.ts";
import { useOpened } from "../../parts/use-opened.ts";
import { useEntity } from "../../shell/entity.tsx";
import type { ProductDraft } from "./product-draft.ts";
import { ProductForm } from "./product-form.tsx";
import { ServiceCard } from "./service-card.tsx";
import { SERVICES } from "./texts.ts";
import { TypeForm } from "./type-form.tsx";

/** What the drawer shows. */
type Edited =
  | { readonly kind: "type"; readonly type: AppointmentTypeConfiguration | undefined }
  | {
      readonly kind: "product";
      readonly type: AppointmentTypeConfiguration;
      readonly product: ProductConfiguration | undefined;
      readonly copied?: ProductDraft;
    };

export function ServicesPage() {
  const t = useTexts(SERVICES);
  const entity = useEntity();
  const types = entity.appointmentTypes;
  const [isOrdering, setOrdering] = useState(false);
  const [said, setSaid] = useState("");
  const drawer = useOpened<Edited>();
  const removal = useOpened<{ readonly path: string; readonly name: string; readonly about: string }>();

  const order = useConfigurationChange(
    ({ path, ids }: { path: string; ids: string[]; name: string; place: number }, ifMatch) =>
      send(`${path}/order`, { method: "PUT", ifMatch, body: { ids } }),
    { onDone: (_result, { name, place }) => setSaid(t("movedTo", { name, place })) },
  );
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const sort = (
    path: string,
    list: readonly { id: string; name: string }[],
    one: { id: string; name: string },
  ) => {
    // The next press counts from the list that this one leads to.
    if (order.isPending) return;
    const ids = idsOf(list);
    order.mutate({ path, ids, name: one.name, place: ids.indexOf(one.id) + 1 });
  };
  const remove = useConfigurationChange(
    ({ path }: { path: string; name: string }, ifMatch) => send(path, { method: "DELETE", ifMatch }),
    {
      onDone: (_result, { name }) => {
        removal.close();
        drawer.close();
        notifyDone(t("type.removed", { name }));
      },
      onProblem: () => true,
    },
  );
  const askToRemove = (path: string, name: string, about: string) => {
    remove.reset();
    removal.open({ path, name, about });
  };

  const edited = drawer.subject;
  const add = (
    <Button leftSection={<Icon name="plus" />} onClick={() => drawer.open({ kind: "type", type: undefined })}>
      {t("add")}
    </Button>
  );
  const canOrder = types.length > 1 || types.some(({ products }) => products.length > 1);
  return (
    <Page
      title={t("title")}
      about={t("about")}
      actions={
        types.length === 0 ? null : (
          <>
            {canOrder ? (
              <Button variant="default" aria-pressed={isOrdering} onClick={() => setOrdering(!isOrdering)}>
                {isOrdering ? t("orderDone") : t("order")}
              </Button>
            ) : null}
            {add}
          </>
        )
      }
    >
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {types.length === 0 ? <Empty action={add}>{t("empty")}</Empty> : null}
      <Stack gap="md">
        {types.map((type, index) => (
          <ServiceCard
            key={type.id}
            entity={entity}
            type={type}
            index={index}
            count={types.length}
            isOrdering={isOrdering}
            onMoveType={(to) =>
              sort(`/entities/${entity.id}/appointment-types`, moved(types, index, to), type)
            }
            onOrderVariants={(products, one) => sort(`/appointment-types/${type.id}/products`, products, one)}
            onEdit={() => drawer.open({ kind: "type", type })}
            onOpen={(product) => drawer.open({ kind: "product", type, product })}
            onAdd={() => drawer.open({ kind: "product", type, product: undefined })}
          />
        ))}
      </Stack>
      <FormDrawer
        opened={drawer.isOpen}
        onClose={drawer.close}
        isCovered={removal.isOpen}
        title={titleOf(edited, t)}
      >
        {edited?.kind === "type" ? (
          <TypeForm
            key={drawer.count}
            entity={entity}
            type={edited.type}
            onDone={drawer.close}
            onRemove={() => {
              const { id, name, products } = edited.type!;
              askToRemove(
                `/appointment-types/${id}`,
                name,
                t("type.removeAbout", { count: products.length }),
              );
            }}
          />
        ) : null}
        {edited?.kind === "product" ? (
          <ProductForm
            key={drawer.count}
            entity={entity}
            type={edited.type}
            product={edited.product}
            draft={edited.copied}
            onDone={drawer.close}
            onCopy={(draft) =>
              drawer.open({
                kind: "product",
                type: edited.type,
                product: undefined,
                copied: { ...draft, name: t("variant.copyOf", { name: draft.name }) },
              })
            }
            onRemove={() => {
              const { id, name } = edited.product!;
              askToRemove(`/products/${id}`, name, t("variant.removeAbout"));
            }}
          />
        ) : null}
      </FormDrawer>
      <RemoveDialog
        opened={removal.isOpen}
        title={t("type.removeTitle", { name: removal.subject?.name ?? "" })}
        about={removal.subject?.about}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={removal.close}
        onConfirm={() => removal.subject !== undefined && remove.mutate(removal.subject)}
      />
    </Page>
  );
}

function titleOf(
  edited: Edited | undefined,
  t: ReturnType<typeof useTexts<(typeof SERVICES)["de"]>>,
): string {
  if (edited === undefined) return "";
  if (edited.kind === "type") return edited.type?.name ?? t("type.newTitle");
  if (edited.product !== undefined) return edited.product.name;
  return t("variant.newTitle", { type: edited.type.name });
}
