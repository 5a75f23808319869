package vn.toancanh.desk;

import vn.toancanh.model.Camera;
import vn.toancanh.model.Site;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.Salvo;

/** One line of the command palette. */
public sealed interface PaletteEntry {
    /** A camera, for the selected tile or a free one. */
    record OfCamera(Camera camera) implements PaletteEntry {}

    /** A place, with how many cameras stand there and below. */
    record OfSite(Site site, int cameras) implements PaletteEntry {}

    /** A layout of the central server. */
    record OfLayout(LayoutLibrary.Entry layout) implements PaletteEntry {}

    /** A group that is kept at this desk. */
    record OfSalvo(Salvo salvo) implements PaletteEntry {}

    /** Something that can be done. */
    record OfAction(PaletteAction action) implements PaletteEntry {}

    /** What names it where it is remembered; one word for its kind, a blank, and what is its own. */
    default String name() {
        return switch (this) {
            case OfCamera(Camera camera) -> "camera " + camera.id().value();
            case OfSite(Site site, int cameras) -> "site " + site.id().value();
            case OfLayout(LayoutLibrary.Entry layout) -> "layout " + layout.id().value();
            case OfSalvo(Salvo salvo) -> "salvo " + salvo.number();
            case OfAction(PaletteAction action) -> "action " + action.id();
        };
    }
}
