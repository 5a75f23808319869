package vn.toancanh.simulator.scene;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paints the pictures of one scene at one size. What stands still is painted once; a picture is that, and what moves, far
 * to near. One thread.
 */
public final class SceneRenderer {
    /** Something to be painted in its turn. */
    private record Turn(double depth, Runnable paint) {}

    private record Sprite(double depth, BufferedImage image, int x, int y) {}

    private final World world;
    private final Weather weather;
    private final Lens lens;
    private final BufferedImage still;
    private final List<Sprite> sprites = new ArrayList<>();
    private final BufferedImage picture;
    private final Graphics2D g;
    private final Stage stage;

    SceneRenderer(World world, int width, int height) {
        this.world = world;
        this.lens = Lens.of(world.view, width, height);
        this.weather = new Weather(world.mood, world.loopSeconds, width, height);
        this.still = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.g = graphics(picture);
        this.stage = new Stage(g, lens, world.mood);
        paintStill();
        for (World.Placed<World.Part> part : world.standing) {
            Sprite sprite = sprite(part);
            if (sprite != null) {
                sprites.add(sprite);
            }
        }
    }

    /**
     * Paints the picture of a time in the loop.
     *
     * @param t seconds, 0 to one loop
     * @return the picture, 0xRRGGBB a pixel; the same image every time
     */
    public BufferedImage paint(double t) {
        g.setComposite(AlphaComposite.Src);
        g.drawImage(still, 0, 0, null);
        g.setComposite(AlphaComposite.SrcOver);
        List<Turn> turns = new ArrayList<>();
        for (Sprite sprite : sprites) {
            turns.add(new Turn(sprite.depth, () -> g.drawImage(sprite.image, sprite.x, sprite.y, null)));
        }
        for (World.Placed<World.Living> living : world.living) {
            turns.add(new Turn(living.depth(), () -> living.part().paint(stage, t)));
        }
        for (Flow flow : world.flows) {
            flow.place(t, (actor, x, y, z, heading, pace) -> {
                double depth = lens.depth(x, y);
                if (depth > Lens.NEAR + 2.5 && inSight(x, y, z)) {
                    turns.add(new Turn(depth, () -> actor.draw(stage, x, y, z, heading, pace)));
                }
            });
        }
        turns.sort(Comparator.comparingDouble(Turn::depth).reversed());
        turns.forEach(turn -> turn.paint.run());
        weather.paint(g, t);
        return picture;
    }

    /** The pixels of the picture last painted, 0xRRGGBB. */
    public int[] pixels() {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    private boolean inSight(double x, double y, double z) {
        double[] uv = new double[2];
        double margin = stage.scale(x, y, z) * 7;
        return stage.at(x, y, z, uv)
                && uv[0] > -margin
                && uv[0] < lens.width() + margin
                && uv[1] > -margin
                && uv[1] < lens.height() + margin;
    }

    private void paintStill() {
        Graphics2D paper = graphics(still);
        Stage once = new Stage(paper, lens, world.mood);
        world.ground.forEach(part -> part.paint(once));
        world.pools.forEach(part -> part.paint(once));
        world.solid.stream()
                .sorted(Comparator.comparingDouble((World.Placed<World.Part> p) -> p.depth())
                        .reversed())
                .forEach(placed -> placed.part().paint(once));
        paper.dispose();
        Grain.lay(still);
    }

    private @Nullable Sprite sprite(World.Placed<World.Part> placed) {
        BufferedImage sheet = new BufferedImage(lens.width(), lens.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D paper = graphics(sheet);
        placed.part().paint(new Stage(paper, lens, world.mood));
        paper.dispose();
        int[] pixels = ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData();
        int left = lens.width();
        int right = -1;
        int top = lens.height();
        int bottom = -1;
        for (int y = 0; y < lens.height(); y++) {
            for (int x = 0; x < lens.width(); x++) {
                if (pixels[y * lens.width() + x] != 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        if (right < 0) {
            return null;
        }
        BufferedImage cut = new BufferedImage(right - left + 1, bottom - top + 1, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D into = cut.createGraphics();
        into.drawImage(sheet, -left, -top, null);
        into.dispose();
        return new Sprite(placed.depth(), cut, left, top);
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }
}
