package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;

/** Cameras by their short numbers. Lane: DESK. */
final class NumberedCameras {
    private NumberedCameras() {}

    /**
     * The camera of the number next to that one's; from the last on to the first, and back.
     *
     * @param now null, or one without a number: the first, or the last
     * @param step 1 or -1
     */
    static Optional<Camera> beside(CatalogueSnapshot catalogue, @Nullable CameraId now, int step) {
        List<Camera> numbered = new ArrayList<>();
        for (Camera camera : catalogue.cameras()) {
            if (camera.number() != null) {
                numbered.add(camera);
            }
        }
        if (numbered.isEmpty()) {
            return Optional.empty();
        }
        numbered.sort(Comparator.comparingInt(NumberedCameras::number));
        int at = step > 0 ? -1 : numbered.size();
        for (int i = 0; i < numbered.size(); i++) {
            if (numbered.get(i).id().equals(now)) {
                at = i;
            }
        }
        return Optional.of(numbered.get(Math.floorMod(at + step, numbered.size())));
    }

    /** 0 where it has none. */
    static int number(Camera camera) {
        Integer number = camera.number();
        return number == null ? 0 : number;
    }
}
