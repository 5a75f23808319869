package vn.toancanh.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/** The language of the program, changed while it runs and remembered. */
public final class ChangeLanguage {
    private final Preferences preferences;
    private final Map<Object, Consumer<Texts>> listeners = new LinkedHashMap<>();
    private Texts texts;

    public ChangeLanguage(Preferences preferences) {
        this.preferences = preferences;
        this.texts = new Texts(preferences.get(PreferenceKey.LANGUAGE));
        preferences.onChange(key -> {
            if (key.name().equals(PreferenceKey.LANGUAGE.name())) {
                follow();
            }
        });
    }

    /** Whoever comes brings his own, too. */
    private void follow() {
        Language language = preferences.get(PreferenceKey.LANGUAGE);
        if (language != texts.language()) {
            texts = new Texts(language);
            List.copyOf(listeners.values()).forEach(listener -> listener.accept(texts));
        }
    }

    /** All texts in the language chosen. */
    public Texts texts() {
        return texts;
    }

    /** Speaks that language from now on. */
    public void to(Language language) {
        preferences.set(PreferenceKey.LANGUAGE, language);
    }

    /** Tells the texts after every later change until the handle is closed. */
    public Handle onChange(Consumer<Texts> listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }
}
