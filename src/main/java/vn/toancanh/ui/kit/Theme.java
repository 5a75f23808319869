package vn.toancanh.ui.kit;

import atlantafx.base.theme.PrimerDark;
import java.net.URL;
import java.util.List;
import javafx.scene.Scene;

/** A theme: one token file, the library's base below it and the kit's stylesheets above. */
public enum Theme {
    NIGHT("tokens-night.css");

    private final String tokens;

    Theme(String tokens) {
        this.tokens = tokens;
    }

    /** The theme's colours for code that draws by itself; read from the file at every call, so keep it. */
    public Palette palette() {
        return Palette.read(tokens);
    }

    /**
     * Dresses a scene and everything that pops up from it. A view that has a stylesheet of its own adds it to its root's
     * {@code getStylesheets()}. FX thread.
     */
    public void apply(Scene scene) {
        Fonts.load();
        scene.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        scene.getStylesheets().setAll(List.of(sheet(tokens), sheet("base.css"), sheet("kit.css")));
        scene.setFill(palette().of(Palette.Tone.GROUND));
    }

    /** The address of a stylesheet beside {@code room}, for {@code getStylesheets()}. */
    public static String sheet(Class<?> room, String name) {
        URL url = room.getResource(name);
        if (url == null) {
            throw new IllegalStateException("no stylesheet " + name + " beside " + room.getName());
        }
        return url.toExternalForm();
    }

    private static String sheet(String name) {
        return sheet(Theme.class, name);
    }
}
