package vn.toancanh.app.client;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.live.WarmStreams;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;

/** Does to the first window what comes by the leash; cameras that are not known are passed over. Lane: DESK. */
final class LeashHands implements LeashWords.Hands {
    private final Catalogue catalogue;
    private final FirstContents contents;
    private final WallOnScreen wall;
    private final WarmStreams warm;
    private final SteeringOnScreen steering;

    LeashHands(
            Catalogue catalogue,
            FirstContents contents,
            WallOnScreen wall,
            WarmStreams warm,
            SteeringOnScreen steering) {
        this.catalogue = catalogue;
        this.contents = contents;
        this.wall = wall;
        this.warm = warm;
        this.steering = steering;
    }

    @Override
    public void show(List<Integer> numbers) {
        wall.desk().changes().freely(() -> wall.desk().showAll(cameras(numbers)));
    }

    @Override
    public void page(int first, int count) {
        contents.show(first, count);
    }

    @Override
    public void put(int tile, int number) {
        cameras(List.of(number))
                .forEach(camera ->
                        wall.desk().changes().freely(() -> wall.desk().showCamera(tile - 1, camera)));
    }

    @Override
    public void clear(int tile) {
        wall.desk().changes().freely(() -> wall.desk().clearTile(tile - 1));
    }

    @Override
    public void turns(int tile, List<Integer> numbers) {
        wall.desk().chosen().exactly(Set.of(tile - 1));
        wall.desk().chosen().rotate(cameras(numbers));
    }

    @Override
    public void expect(List<Integer> numbers) {
        wall.live().expect(cameras(numbers));
    }

    @Override
    public void cool() {
        warm.limit(0);
        warm.limit(WarmStreams.MOST);
    }

    @Override
    public void steer(int tile) {
        wall.takeKeyboard();
        steering.hands().toggle(wall.desk(), tile - 1);
    }

    /** Whatever makes the thread that paints hang does so like this: nothing else is done meanwhile. */
    @Override
    public void stall(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        }
    }

    private List<CameraId> cameras(List<Integer> numbers) {
        return numbers.stream()
                .flatMap(number -> catalogue.snapshot().number(number).stream())
                .map(Camera::id)
                .toList();
    }
}
