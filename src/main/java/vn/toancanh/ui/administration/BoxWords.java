package vn.toancanh.ui.administration;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** How the items of a box are said in which nobody types. */
final class BoxWords<T> extends StringConverter<T> {
    private final Function<T, String> words;

    BoxWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T item) {
        return item == null ? "" : words.apply(item);
    }

    @Override
    public @Nullable T fromString(String typed) {
        return null;
    }
}
