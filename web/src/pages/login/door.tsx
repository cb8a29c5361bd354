import { Box, Button, Center, Group, Paper, Stack, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { chooseLanguage, useLanguage } from "../../i18n.ts";

/** The frame of the pages in front of the desk. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const language = useLanguage();
  const other = language === "de" ? "en" : "de";
  useEffect(() => {
    document.title = `${title} · Slotline`;
  }, [title]);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Box w="100%" maw={400}>
        <Paper withBorder shadow="sm" p={{ base: "md", xs: "xl" }} radius="lg">
          <Stack>
            <Group gap="sm" wrap="nowrap">
              <img src="/icon.svg" alt="" width={36} height={36} />
              <Title order={1} fz="h2">
                {title}
              </Title>
            </Group>
            {children}
          </Stack>
        </Paper>
        <Center mt="sm">
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            lang={other}
            onClick={() => chooseLanguage(other)}
          >
            {other === "de" ? "Deutsch" : "English"}
          </Button>
        </Center>
      </Box>
    </Center>
  );
}
