package vn.toancanh.app.doctor;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import vn.toancanh.base.Texts;

/** Shared libraries of the system that a Linux desktop needs; other systems bring their own. */
record LibraryCheck(
        Texts texts, String name, List<String> libraries, String foundKey, String missingKey, String adviceKey)
        implements Check {
    @Override
    public Finding look() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return Finding.ok(name, texts.get(foundKey));
        }
        List<String> missing = new ArrayList<>();
        for (String library : libraries) {
            if (!loads(library)) {
                missing.add(library);
            }
        }
        return missing.isEmpty()
                ? Finding.ok(name, texts.get(foundKey))
                : Finding.problem(name, texts.get(missingKey, String.join(", ", missing)), texts.get(adviceKey));
    }

    @SuppressWarnings("restricted") // asking the loader is the one sure way to know that a library loads
    private static boolean loads(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException absent) {
            return false;
        }
    }
}
