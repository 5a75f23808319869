package vn.toancanh.wall.remote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;

/** The port to the walls at the central server. Lane: DESK; every answer comes on DESK, once. */
public interface CityWalls {
    /** Hears of walls. DESK. */
    interface News {
        /** A wall, its scenes or what stands on it is another. */
        void changed(String wallId);

        /** Its screens are told something. */
        void told(String wallId);

        /**
         * What became of an order.
         *
         * @param fate how it ended
         * @param detail why it failed, in the words of {@link Refusal} where it is one; empty where nobody said
         */
        void settled(String orderId, Fate fate, String detail);

        /** Some news may have been missed. */
        void afresh();
    }

    /** How an order ends. */
    enum Fate {
        DONE,
        FAILED,
        EXPIRED
    }

    /** Whether the server that is signed in at has walls. */
    boolean offered();

    /** All walls that may be seen here. */
    void list(Consumer<Outcome<List<CityWall>>> answer);

    /**
     * Describes a wall, or a new one of version 0; {@code FORBIDDEN} where that takes a right, {@code CONFLICT} where somebody was
     * faster.
     */
    void describe(CityWall wall, Consumer<Outcome<CityWall>> answer);

    /** Deletes that version of a wall, with its scenes; {@code CONFLICT} where somebody was faster. Answers its id. */
    void delete(CityWall wall, Consumer<Outcome<String>> answer);

    /** What stands there. */
    void standing(String wallId, Consumer<Outcome<WallStanding>> answer);

    /** Says what a screen shows; {@code CONFLICT} where another display shows it. */
    void report(String wallId, String screenId, ScreenReport report, Consumer<Outcome<Registered>> answer);

    /**
     * Tells a wall something, once for each key; {@code CONFLICT} where it is in another state than was seen. What became of it is told
     * later.
     */
    void push(String wallId, Push push, Consumer<Outcome<Push.Told>> answer);

    /** The scenes of a wall. */
    void scenes(String wallId, Consumer<Outcome<List<Scene>>> answer);

    /**
     * Saves a new scene.
     *
     * @param layouts what each screen is to show, by its id; empty: nothing at all
     */
    void saveScene(String wallId, String name, Map<String, Optional<Layout>> layouts, Consumer<Outcome<Scene>> answer);

    /** Deletes that version of a scene. */
    void deleteScene(String wallId, Scene scene, Consumer<Outcome<String>> answer);

    /** The cameras that are published for visitors, as far as they may be seen here. */
    void published(Consumer<Outcome<Set<CameraId>>> answer);

    /** Tells of news until the handle is closed. */
    Handle onNews(News news);
}
