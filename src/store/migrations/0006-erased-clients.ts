/** What knows of erased clients is not in the tables. */
export const erasedClients = () => "";
