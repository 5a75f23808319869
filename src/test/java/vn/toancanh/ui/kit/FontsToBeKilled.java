package vn.toancanh.ui.kit;

import java.net.URI;
import java.net.URL;
import javafx.application.Platform;
import javafx.scene.text.Font;

/** A program with fonts in a jar: says which fonts it got, then waits to be killed. */
final class FontsToBeKilled {
    private FontsToBeKilled() {}

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> {
            try {
                URL resource = URI.create(args[0]).toURL();
                Font font = FontFiles.load(resource, 13);
                FontFiles.loadIcons();
                Icons.CAMERAS.at(Tokens.ICON_16);
                System.out.println((font == null ? "none" : font.getName()) + " "
                        + Font.getFamilies().contains("Material Design Icons"));
                System.out.flush();
            } catch (Exception fault) {
                System.out.println(fault);
            }
        });
        Thread.sleep(60_000);
    }
}
