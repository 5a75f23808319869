package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutArchive.Version;

/**
 * Tells whoever has a layout on a wall that somebody else saved another version of it, and lets him load it, until he saves one himself.
 * The walls stay as they are. Lane: DESK.
 */
final class LayoutNews implements Handle {
    private final SaveLayouts saves;
    private final LayoutArchive archive;
    private final Function<LayoutId, List<WallDesk>> onWalls;
    private final Supplier<List<WallDesk>> walls;
    private final BiConsumer<WallDesk, Layout> show;
    private final Consumer<Notice> notices;
    private final Consumer<Notice> withdraw;
    /** What was told last of each: an offer of before, which waits still, leads to that, too. */
    private final Map<LayoutId, Layout> told = new HashMap<>();

    private final Map<LayoutId, List<Notice>> offers = new HashMap<>();
    private final List<Handle> following;

    /**
     * @param onWalls the walls on which a layout stands
     * @param show shows a layout on a wall, for whoever asks
     */
    LayoutNews(
            SaveLayouts saves,
            LayoutArchive archive,
            Function<LayoutId, List<WallDesk>> onWalls,
            Supplier<List<WallDesk>> walls,
            BiConsumer<WallDesk, Layout> show,
            Consumer<Notice> notices,
            Consumer<Notice> withdraw) {
        this.saves = saves;
        this.archive = archive;
        this.onWalls = onWalls;
        this.walls = walls;
        this.show = show;
        this.notices = notices;
        this.withdraw = withdraw;
        this.following = List.of(archive.onNews(this::heard), saves.onChange(this::saved));
    }

    /** Whoever saves over what he was offered has chosen; what comes of it is another question, and the offer would lead back behind its answer. */
    private void saved() {
        List.copyOf(offers.keySet()).stream()
                .filter(id -> saves.unsent(id).isPresent())
                .forEach(this::forget);
    }

    private void forget(LayoutId id) {
        List<Notice> gone = offers.remove(id);
        if (gone != null) {
            gone.forEach(withdraw);
        }
    }

    /** Something became of a layout, or of any. */
    private void heard(Optional<LayoutId> about) {
        about.ifPresentOrElse(
                this::look,
                () -> walls.get().stream()
                        .map(wall -> wall.wall().layout().id())
                        .filter(id -> id != null)
                        .distinct()
                        .forEach(this::look));
    }

    /** Whoever has saved it here himself hears of the other in the answer to that. */
    private void look(@Nullable LayoutId id) {
        if (id == null || saves.unsent(id).isPresent() || onWalls.apply(id).isEmpty()) {
            return;
        }
        archive.history(id, answer -> {
            if (answer instanceof Outcome.Done<List<Version>>(List<Version> versions) && !versions.isEmpty()) {
                compare(id, versions.getFirst());
            }
        });
    }

    private void compare(LayoutId id, Version newest) {
        Layout layout = newest.layout();
        boolean news =
                onWalls.apply(id).stream().anyMatch(wall -> wall.wall().layout().version() < layout.version());
        if (news && saves.unsent(id).isEmpty() && saves.newest(id) < layout.version()) {
            saves.see(layout);
            told.put(id, layout);
            Notice offer = new Notice("desk.layoutSaved", List.of(newest.savedBy(), layout.name()))
                    .leading("desk.layoutLoad", () -> load(id));
            offers.computeIfAbsent(id, any -> new ArrayList<>()).add(offer);
            notices.accept(offer);
        }
    }

    private void load(LayoutId id) {
        Layout newest = told.get(id);
        if (newest != null) {
            onWalls.apply(id).forEach(wall -> show.accept(wall, newest));
        }
    }

    @Override
    public void close() {
        following.forEach(Handle::close);
    }
}
