package vn.toancanh.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.FontLoader;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/**
 * Loads fonts as files where it can. A font that JavaFX reads out of a jar it first copies to the folder for temporary
 * files, and a program that is killed leaves the copy there. An installed program has its fonts a second time, as files in
 * {@code fonts} beside the folder of its jars. FX thread.
 */
final class FontFiles {
    private static final String FOLDER = "fonts/";

    private FontFiles() {}

    /** Makes a font known to JavaFX; null where it cannot be read. */
    static @Nullable Font load(URL resource, double size) {
        Font font = fileOf(resource)
                .map(path -> Font.loadFont("file:" + path, size))
                .orElse(null);
        return font == null ? copied(resource, size) : font;
    }

    private static @Nullable Font copied(URL resource, double size) {
        try (InputStream in = resource.openStream()) {
            return Font.loadFont(in, size);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The path of the file that holds the same font, as {@link Font#loadFont(String, double)} wants it, which decodes
     * nothing; there may be no such file. Empty where the resource can lie in no file.
     */
    static Optional<String> fileOf(URL resource) {
        String address = resource.toString();
        if (address.startsWith("file:")) {
            return Optional.of(URI.create(address).getPath());
        }
        int within = address.indexOf("!/");
        if (!address.startsWith("jar:file:") || within < 0) {
            return Optional.empty();
        }
        String jar = URI.create(address.substring("jar:".length(), within)).getPath();
        String name = address.substring(address.lastIndexOf('/') + 1);
        String program = parent(parent(jar));
        return program.isEmpty() ? Optional.empty() : Optional.of(program + "/" + FOLDER + name);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Has the icons' fonts loaded in the same way; before the first icon is made. */
    static void loadIcons() {
        IkonResolverProvider.getInstance(new OwnLoader());
    }

    /** Loads a font once, whose icons come in a group a letter. */
    private static final class OwnLoader implements FontLoader {
        private final Map<String, Optional<Font>> loaded = new HashMap<>();

        @Override
        public void loadFont(IkonHandler handler) {
            URL resource = handler.getFontResource();
            loaded.computeIfAbsent(
                            resource.toString(),
                            any -> fileOf(resource).map(path -> Font.loadFont("file:" + path, Tokens.ICON_16)))
                    .ifPresentOrElse(
                            handler::setFont,
                            () -> JavaFXFontLoader.getInstance().loadFont(handler));
        }
    }
}
