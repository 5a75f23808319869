package vn.toancanh.ui.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.TileScreen;
import vn.toancanh.ui.kit.Palette;

/**
 * Paints all tiles of a window into one picture of exactly its device pixels, on the pulse, and only what is different.
 * FX thread.
 */
final class WallPainter {
    private final ImageView view;
    private final Palette palette;
    private final Lettering lettering;
    private final double scale;
    private final Composite composite;
    private final List<TileSurface> surfaces = new ArrayList<>();
    private final Map<LiveTile, Throwable> spoilt = new LinkedHashMap<>();
    private long pulses;
    private boolean behind;

    /** @param scale device pixels to one of JavaFX's */
    WallPainter(ImageView view, Palette palette, int width, int height, double scale) {
        this.view = view;
        this.palette = palette;
        this.scale = scale;
        this.lettering = new Lettering(palette, scale);
        this.composite = new Composite(width, height, Pixels.of(palette.of(Palette.Tone.PICTURE_GROUND)));
        view.setFitWidth(width / scale);
        view.setFitHeight(height / scale);
    }

    double scale() {
        return scale;
    }

    int width() {
        return composite.width();
    }

    int height() {
        return composite.height();
    }

    /** True where pictures wait that the last pulse could not bring: the next should come soon. */
    boolean isBehind() {
        return behind;
    }

    /** How often a picture of the wall was brought to the screen. */
    long pulses() {
        return pulses;
    }

    /** Where a tile's picture lies, without bars; empty where there is none. */
    PixelRect picture(int tile) {
        return tile < surfaces.size() ? surfaces.get(tile).pictureRect() : PixelRect.NONE;
    }

    /** True where a picture of the tile's camera stands there, or does from the next beat on, be it an old one. */
    boolean hasPicture(int tile) {
        return tile < surfaces.size() && surfaces.get(tile).hasPicture();
    }

    /** How many different pictures of a tile were brought to the screen so far. */
    long presented(int tile) {
        return tile < surfaces.size() ? surfaces.get(tile).presented() : 0;
    }

    /** What is to be told of a tile's place as of a {@link TileScreen}. */
    long brought(int tile) {
        return rect(tile).isEmpty() ? TileScreen.NOT_SEEN : surfaces.get(tile).presented();
    }

    /** Gives the tiles their places; what lies between them becomes ground. */
    void place(List<PixelRect> rects) {
        while (surfaces.size() < rects.size()) {
            surfaces.add(new TileSurface(new HeaderStrip(lettering, palette, scale), palette, scale));
        }
        while (surfaces.size() > rects.size()) {
            surfaces.removeLast();
        }
        if (!surfaces.stream().map(TileSurface::rect).toList().equals(rects)) {
            composite.forget();
            surfaces.forEach(TileSurface::repaint);
        }
        boolean alone = isAlone(rects);
        for (int i = 0; i < rects.size(); i++) {
            surfaces.get(i).moveTo(rects.get(i));
            surfaces.get(i).showWhole(alone);
        }
    }

    /** True where one tile has the window to itself. */
    static boolean isAlone(List<PixelRect> rects) {
        return rects.stream().filter(rect -> !rect.isEmpty()).count() == 1;
    }

    /** Brings the surfaces into the order of the tiles, since a surface keeps its camera's last picture. */
    void follow(List<LiveTile> before, List<LiveTile> after) {
        List<TileSurface> old = List.copyOf(surfaces);
        List<PixelRect> places = old.stream().map(TileSurface::rect).toList();
        surfaces.clear();
        for (int i = 0; i < after.size(); i++) {
            int from = before.indexOf(after.get(i));
            TileSurface surface = from >= 0 && from < old.size()
                    ? old.get(from)
                    : new TileSurface(new HeaderStrip(lettering, palette, scale), palette, scale);
            surface.moveTo(i < places.size() ? places.get(i) : PixelRect.NONE);
            surfaces.add(surface);
        }
    }

    PixelRect rect(int tile) {
        return tile < surfaces.size() ? surfaces.get(tile).rect() : PixelRect.NONE;
    }

    /** Says how a tile's picture is to be seen. */
    void view(int tile, Viewing viewing) {
        surfaces.get(tile).view(viewing);
    }

    /** Puts a tile's header together anew. */
    void caption(int tile, TileCaption caption, boolean late) {
        TileSurface surface = surfaces.get(tile);
        if (!surface.rect().isEmpty()
                && surface.header()
                        .show(surface.rect().width(), caption.number(), caption.name(), caption.clock(), late)) {
            surface.repaint();
        }
    }

    /**
     * One beat: of first pictures that have come and are noticed by it, or of all that is new. A tile that cannot be painted is told so; all
     * others are painted.
     */
    void paint(Beats.Beat beat, List<LiveTile> tiles) {
        Set<LiveTile> coming = tiles.stream().filter(LiveTile::firstWaits).collect(Collectors.toSet());
        coming.forEach(LiveTile::noticeFirst);
        if (beat == Beats.Beat.ALL) {
            behind = false;
            paint(tiles, tile -> true);
        } else {
            paint(tiles, coming::contains);
        }
    }

    private void paint(List<LiveTile> tiles, Predicate<LiveTile> of) {
        int count = Math.min(tiles.size(), surfaces.size());
        if (looks(tiles, count, of)) {
            paint(tiles, count);
        }
        if (!spoilt.isEmpty()) {
            // At last: whoever hears of it may rearrange the tiles.
            Map<LiveTile, Throwable> told = Map.copyOf(spoilt);
            spoilt.clear();
            told.forEach(LiveTile::spoilt);
        }
    }

    /** True where there is something new to paint. */
    private boolean looks(List<LiveTile> tiles, int count, Predicate<LiveTile> of) {
        int front = composite.front();
        boolean different = false;
        for (int i = 0; i < count; i++) {
            if (!of.test(tiles.get(i))) {
                continue;
            }
            TileSurface surface = surfaces.get(i);
            try {
                surface.look(tiles.get(i), composite.shown(), composite.width());
                behind |= surface.isBehind();
            } catch (RuntimeException | InternalError fault) {
                spoilt(tiles.get(i), surface, fault);
            }
            different |= surface.differs(front);
        }
        return different;
    }

    private void paint(List<LiveTile> tiles, int count) {
        int back = 1 - composite.front();
        lettering.drawPending();
        composite.prepare();
        for (int i = 0; i < count; i++) {
            TileSurface surface = surfaces.get(i);
            if (surface.differs(back)) {
                try {
                    surface.paint(back, composite.hidden(), composite.hiddenSegment(), composite.width());
                } catch (RuntimeException | InternalError fault) {
                    spoilt(tiles.get(i), surface, fault);
                }
                composite.wrote(surface.rect());
            }
        }
        Image image = composite.swap();
        view.setImage(image);
        pulses++;
    }

    private void spoilt(LiveTile tile, TileSurface surface, Throwable fault) {
        surface.spoilt();
        spoilt.put(tile, fault);
    }
}
