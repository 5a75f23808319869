package vn.toancanh.desk;

import java.util.function.BooleanSupplier;

/**
 * Something that can be done from the command palette.
 *
 * @param id the same in every run and language
 * @param words what it is called
 * @param keys that do the same; empty where none do
 * @param there false while it leads nowhere, by what whoever is signed in may do and what the server has
 */
public record PaletteAction(String id, String words, String keys, Runnable run, BooleanSupplier there) {
    /** Something that always can be done. */
    public PaletteAction(String id, String words, String keys, Runnable run) {
        this(id, words, keys, run, () -> true);
    }
}
