package vn.toancanh.server.walls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;

/** A wall as it is sent to be kept. */
record WallDraft(
        @Nullable String name,
        @Nullable String siteId,
        @Nullable List<@Nullable ScreenDraft> screens) {
    private static final int MOST_SCREENS = 64;
    private static final int MOST_EXTENT = 1_000_000;

    record ScreenDraft(
            @Nullable String id,
            @Nullable Integer number,
            @Nullable Integer x,
            @Nullable Integer y,
            @Nullable Integer w,
            @Nullable Integer h,
            @Nullable Boolean publishedOnly,
            @Nullable String username) {}

    /** The same, in its bounds; whether there is such a site is not looked at. */
    record Checked(String name, @Nullable String siteId, List<WallBody.Screen> screens) {}

    /** @throws ApiProblem 400 naming each fault */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > 100) {
            errors.add(FieldError.of("/name", name == null ? "required" : "length", "1 to 100 characters"));
        }
        if (siteId != null && (siteId.isBlank() || siteId.length() > 64)) {
            errors.add(FieldError.of("/siteId", "length", "1 to 64 characters"));
        }
        List<WallBody.Screen> checked = new ArrayList<>();
        if (screens == null || screens.isEmpty() || screens.size() > MOST_SCREENS) {
            errors.add(FieldError.of("/screens", screens == null ? "required" : "length", "1 to " + MOST_SCREENS));
        } else {
            Set<Object> names = new HashSet<>();
            for (int i = 0; i < screens.size(); i++) {
                WallBody.@Nullable Screen screen = screen(screens.get(i));
                if (screen == null) {
                    errors.add(FieldError.of("/screens/" + i, "range", "id, number, x, y, w and h in their bounds"));
                } else if (!names.add(screen.id()) || !names.add(screen.number())) {
                    errors.add(FieldError.of("/screens/" + i, "duplicate", "id or number stands twice"));
                } else {
                    checked.add(screen);
                }
            }
        }
        if (!errors.isEmpty() || name == null) {
            throw ApiProblem.badFields(errors);
        }
        return new Checked(name, siteId, checked);
    }

    private static WallBody.@Nullable Screen screen(@Nullable ScreenDraft draft) {
        if (draft == null) {
            return null;
        }
        String id = draft.id();
        Integer number = draft.number();
        Integer x = draft.x();
        Integer y = draft.y();
        Integer w = draft.w();
        Integer h = draft.h();
        @Nullable String username = draft.username();
        if (id == null || number == null || x == null || y == null || w == null || h == null) {
            return null;
        }
        boolean right = id.matches(WallStore.ID)
                && number >= 1
                && number <= 9999
                && Math.abs((long) x) <= MOST_EXTENT
                && Math.abs((long) y) <= MOST_EXTENT
                && w >= 1
                && w <= MOST_EXTENT
                && h >= 1
                && h <= MOST_EXTENT
                && (username == null || (!username.isEmpty() && username.length() <= 64));
        Boolean published = draft.publishedOnly();
        return right ? new WallBody.Screen(id, number, x, y, w, h, published != null && published, username) : null;
    }
}
