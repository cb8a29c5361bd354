import { ActionIcon, Alert, Button, Checkbox, SimpleGrid, TextInput } from "@mantine/core";
import { useState } from "react";
import { send } from "../../api/client.ts";
import type { Entity } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import classes from "./setup.module.css";
import { StepFrame } from "./step-frame.tsx";
import { SETUP } from "./texts.ts";
import { newId, type StepProps, useStep } from "./use-step.ts";

interface Person {
  readonly id: string;
  readonly firstname: string;
  readonly lastname: string;
  /** Ids of the services that this person performs; undefined: all, which is right for most small teams. */
  readonly does: readonly string[] | undefined;
}

const performs = ({ does }: Person, typeId: string) => does?.includes(typeId) ?? true;

export function TeamStep({ entity, ...ways }: StepProps & { readonly entity: Entity }) {
  const t = useTexts(SETUP);
  const types = entity.appointmentTypes;
  const newPerson = (): Person => ({
    id: newId("ag"),
    firstname: "",
    lastname: "",
    does: undefined,
  });
  const [people, setPeople] = useState<readonly Person[]>(() =>
    entity.agents.length === 0
      ? [newPerson()]
      : entity.agents.map(({ id, firstname, lastname }) => ({
          id,
          firstname,
          lastname,
          does: types.filter(({ agents }) => agents.includes(id)).map((type) => type.id),
        })),
  );
  const isWrong = ({ firstname, lastname }: Person) => firstname.trim() === "" || lastname.trim() === "";
  const check = () =>
    people.length === 0 ? t("team.none") : people.some(isWrong) ? t("team.nameFault") : undefined;
  const step = useStep(ways, check, (ifMatch) => {
    const agents = people.map(({ id, firstname, lastname }) => ({
      ...entity.agents.find((one) => one.id === id),
      id,
      firstname: firstname.trim(),
      lastname: lastname.trim(),
    }));
    const appointmentTypes = types.map((type) => ({
      ...type,
      agents: people.filter((person) => performs(person, type.id)).map(({ id }) => id),
    }));
    const body = { agents, appointmentTypes };
    return send(`/entities/${entity.id}`, { method: "PATCH", ifMatch, body });
  });
  const change = (id: string, part: Partial<Person>) =>
    setPeople((before) => before.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const orphans = types.filter(({ id }) => !people.some((person) => performs(person, id)));
  return (
    <StepFrame
      about={t("team.about")}
      isBusy={step.isBusy}
      problem={step.problem}
      onNext={step.onNext}
      onBack={step.onBack}
    >
      {people.map((person, index) => {
        const name = person.firstname.trim() || t("team.person", { number: index + 1 });
        const isShownWrong = step.isChecked && isWrong(person);
        return (
          <fieldset key={person.id} className={classes.person}>
            <legend className={classes.legend}>{name}</legend>
            <div className={classes.names}>
              <TextInput
                label={t("team.firstname")}
                value={person.firstname}
                error={isShownWrong && person.firstname.trim() === "" ? t("team.nameFault") : undefined}
                onChange={(event) => change(person.id, { firstname: event.currentTarget.value })}
              />
              <TextInput
                label={t("team.lastname")}
                value={person.lastname}
                error={isShownWrong && person.lastname.trim() === "" ? t("team.nameFault") : undefined}
                onChange={(event) => change(person.id, { lastname: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                mt={26}
                disabled={people.length === 1}
                aria-label={t("team.remove", { name })}
                onClick={() => setPeople((before) => before.filter(({ id }) => id !== person.id))}
              >
                <Icon name="trash" />
              </ActionIcon>
            </div>
            <Checkbox.Group
              mt="sm"
              label={t("team.does", { name })}
              value={types.map(({ id }) => id).filter((id) => performs(person, id))}
              onChange={(does) => change(person.id, { does })}
            >
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
                {types.map((type) => (
                  <Checkbox key={type.id} value={type.id} label={type.name} />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
          </fieldset>
        );
      })}
      {orphans.length === 0 ? null : (
        <Alert color="orange">
          {t("team.nobody", { names: orphans.map(({ name }) => name).join(", ") })}
        </Alert>
      )}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<Icon name="plus" size={16} />}
        onClick={() => setPeople((before) => [...before, newPerson()])}
      >
        {t("team.add")}
      </Button>
    </StepFrame>
  );
}
