package vn.toancanh.desk;

/**
 * Something that can be done from the command palette.
 *
 * @param id the same in every run and language
 * @param words what it is called
 * @param keys that do the same; empty where none do
 */
public record PaletteAction(String id, String words, String keys, Runnable run) {}
