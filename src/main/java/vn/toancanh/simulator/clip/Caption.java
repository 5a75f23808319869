package vn.toancanh.simulator.clip;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import vn.toancanh.simulator.panorama.Letters;
import vn.toancanh.simulator.strip.StripCode;

/**
 * The line a camera writes into its picture: white with a dark edge, lower left, where a tile of a wall writes nothing. Drawn
 * once, laid over each picture.
 */
final class Caption {
    private final BufferedImage image;
    private final int margin;

    Caption(String text, int pictureHeight) {
        float size = pictureHeight / 22f;
        this.margin = Math.round(size * 0.55f);
        Font font = Letters.of(size);
        BufferedImage probe = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D measure = graphics(probe);
        FontMetrics metrics = measure.getFontMetrics(font);
        int width = metrics.stringWidth(text) + Math.round(size);
        int height = metrics.getHeight() + 4;
        measure.dispose();
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = graphics(image);
        g.setFont(font);
        float base = metrics.getAscent() + 2f;
        float edge = Math.max(1, size / 14);
        g.setColor(new Color(0, 0, 0, 120));
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                g.drawString(text, 2 + dx * edge, base + dy * edge);
            }
        }
        g.setColor(new Color(250, 250, 246));
        g.drawString(text, 2, base);
        g.dispose();
    }

    void paint(BufferedImage picture) {
        Graphics2D g = picture.createGraphics();
        int strip = picture.getHeight() / StripCode.HEIGHT_PART;
        g.drawImage(image, margin, picture.getHeight() - strip - margin / 2 - image.getHeight(), null);
        g.dispose();
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return g;
    }
}
