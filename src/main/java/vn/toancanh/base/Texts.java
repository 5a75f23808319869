package vn.toancanh.base;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every text a person sees, by key, in one language. Texts lie in one bundle a room,
 * {@code /vn/toancanh/text/<bundle>_<language>.properties}, UTF-8, as {@link MessageFormat} patterns (so an apostrophe is
 * written twice). Any thread.
 */
public final class Texts {
    /** The bundles, one a room that speaks. */
    public static final List<String> BUNDLES = List.of(
            "failure",
            "tile",
            "app",
            "doctor",
            "server",
            "inventory",
            "kit",
            "login",
            "tree",
            "grid",
            "shell",
            "alarms",
            "walls",
            "administration",
            "central",
            "store",
            "support",
            "layouts",
            "desk",
            "shift",
            "trail",
            "ptz",
            "sticks");

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    private final Language language;
    private final Map<String, String> patterns = new HashMap<>();
    /** Read once: a wall says some words of each tile every second, and to read a pattern costs ten times as much as to fill it. */
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    public Texts(Language language) {
        this.language = language;
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "vn.toancanh.text." + name,
                    java.util.Locale.of(language.locale().getLanguage()),
                    control);
            for (String key : bundle.keySet()) {
                patterns.put(key, bundle.getString(key));
            }
        }
    }

    public Language language() {
        return language;
    }

    /** The text of {@code key} with its placeholders filled; the key itself where there is none, which is logged. */
    public String get(String key, Object... args) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            LOG.warn("no text for key {} in {}", key, language);
            return key;
        }
        MessageFormat format = formats.computeIfAbsent(key, any -> new MessageFormat(pattern, language.locale()));
        // It keeps what it works with in itself.
        synchronized (format) {
            return format.format(args);
        }
    }

    /** The operator's message of a failure. */
    public String of(Failure failure) {
        return get(failure.textKey(), failure.args().toArray());
    }
}
