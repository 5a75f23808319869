package vn.toancanh.ui.ptz.stick;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A box of which one item is chosen; it tells what a person chooses and not what it is given to show. FX thread. */
final class Chosen<T> extends ComboBox<T> {
    private boolean shows;

    /**
     * A box with nothing chosen.
     *
     * @param name what it is called for whoever does not see it
     */
    Chosen(String name, Function<T, String> words, Consumer<T> chosen) {
        setAccessibleText(name);
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("chosen, never typed");
            }
        });
        valueProperty().addListener((any, before, now) -> {
            if (now != null && !shows) {
                chosen.accept(now);
            }
        });
    }

    void show(List<T> items, T value) {
        shows = true;
        if (!items.equals(getItems())) {
            setItems(FXCollections.observableArrayList(items));
        }
        if (!value.equals(getValue())) {
            setValue(value);
        }
        shows = false;
    }
}
