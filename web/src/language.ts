/** In which the screen speaks. */
export type Language = "de" | "en";
