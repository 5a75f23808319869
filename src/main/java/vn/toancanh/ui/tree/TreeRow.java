package vn.toancanh.ui.tree;

import java.util.List;
import vn.toancanh.catalogue.Highlight;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Site;

/** A line of the tree as it is listed. */
public sealed interface TreeRow {
    /** How far in it stands, 0 at the edge. */
    int depth();

    /** What it is about, the same across rebuilds of the list. */
    Object key();

    /**
     * A site.
     *
     * @param open true where what stands below it is listed
     * @param count cameras at it and below, or while searching those found directly at it
     * @param marks what of its name was searched for
     */
    record OfSite(Site site, int depth, boolean open, int count, List<Highlight> marks) implements TreeRow {
        public OfSite {
            marks = List.copyOf(marks);
        }

        @Override
        public Object key() {
            return site.id();
        }
    }

    /**
     * A camera.
     *
     * @param marks what of its number and name was searched for
     */
    record OfCamera(Camera camera, int depth, List<Highlight> marks) implements TreeRow {
        public OfCamera {
            marks = List.copyOf(marks);
        }

        @Override
        public Object key() {
            return camera.id();
        }
    }
}
