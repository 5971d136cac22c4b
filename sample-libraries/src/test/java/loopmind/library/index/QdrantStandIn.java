package loopmind.library.index;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Collections.CollectionConfig;
import io.qdrant.client.grpc.Collections.CollectionExists;
import io.qdrant.client.grpc.Collections.CollectionExistsRequest;
import io.qdrant.client.grpc.Collections.CollectionExistsResponse;
import io.qdrant.client.grpc.Collections.CollectionInfo;
import io.qdrant.client.grpc.Collections.CollectionOperationResponse;
import io.qdrant.client.grpc.Collections.CollectionParams;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.DeleteCollection;
import io.qdrant.client.grpc.Collections.GetCollectionInfoRequest;
import io.qdrant.client.grpc.Collections.GetCollectionInfoResponse;
import io.qdrant.client.grpc.Collections.VectorsConfig;
import io.qdrant.client.grpc.CollectionsGrpc;
import io.qdrant.client.grpc.Common.Condition;
import io.qdrant.client.grpc.Common.FieldCondition;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.CountResponse;
import io.qdrant.client.grpc.Points.CountResult;
import io.qdrant.client.grpc.Points.CreateFieldIndexCollection;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsOperationResponse;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.QueryResponse;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import io.qdrant.client.grpc.Points.UpdateResult;
import io.qdrant.client.grpc.Points.UpdateStatus;
import io.qdrant.client.grpc.Points.UpsertPoints;
import io.qdrant.client.grpc.Points.Vector;
import io.qdrant.client.grpc.PointsGrpc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks Qdrant's own gRPC protocol on loopback, as far as {@link QdrantIndex} uses it: exact
 * search, filters of matches and ranges, pages. It takes a field to filter by only where a payload
 * index was made for it, as a strict server does.
 */
final class QdrantStandIn implements AutoCloseable {

  private final Map<String, Stored> collections = new ConcurrentHashMap<>();
  private final Server server;

  private static final class Stored {
    final CreateCollection made;
    final TreeMap<String, PointStruct> points = new TreeMap<>();
    final Set<String> indexed = ConcurrentHashMap.newKeySet();

    Stored(CreateCollection made) {
      this.made = made;
    }
  }

  QdrantStandIn() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Collections())
            .addService(new Points())
            .build()
            .start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** All collections and points are gone, as after the loss of its disk. */
  void forget() {
    collections.clear();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  private static <T> void answer(StreamObserver<T> to, T with) {
    to.onNext(with);
    to.onCompleted();
  }

  private Stored stored(String name) {
    Stored stored = collections.get(name);
    if (stored == null) {
      throw Status.NOT_FOUND
          .withDescription("Collection `" + name + "` doesn't exist!")
          .asRuntimeException();
    }
    return stored;
  }

  private final class Collections extends CollectionsGrpc.CollectionsImplBase {
    @Override
    public void collectionExists(
        CollectionExistsRequest asked, StreamObserver<CollectionExistsResponse> to) {
      boolean there = collections.containsKey(asked.getCollectionName());
      answer(
          to,
          CollectionExistsResponse.newBuilder()
              .setResult(CollectionExists.newBuilder().setExists(there))
              .build());
    }

    @Override
    public void create(CreateCollection asked, StreamObserver<CollectionOperationResponse> to) {
      collections.put(asked.getCollectionName(), new Stored(asked));
      answer(to, CollectionOperationResponse.newBuilder().setResult(true).build());
    }

    @Override
    public void delete(DeleteCollection asked, StreamObserver<CollectionOperationResponse> to) {
      collections.remove(asked.getCollectionName());
      answer(to, CollectionOperationResponse.newBuilder().setResult(true).build());
    }

    @Override
    public void get(GetCollectionInfoRequest asked, StreamObserver<GetCollectionInfoResponse> to) {
      VectorsConfig vectors = stored(asked.getCollectionName()).made.getVectorsConfig();
      answer(
          to,
          GetCollectionInfoResponse.newBuilder()
              .setResult(
                  CollectionInfo.newBuilder()
                      .setConfig(
                          CollectionConfig.newBuilder()
                              .setParams(CollectionParams.newBuilder().setVectorsConfig(vectors))))
              .build());
    }
  }

  private final class Points extends PointsGrpc.PointsImplBase {
    @Override
    public void upsert(UpsertPoints asked, StreamObserver<PointsOperationResponse> to) {
      Stored stored = stored(asked.getCollectionName());
      long size = stored.made.getVectorsConfig().getParams().getSize();
      synchronized (stored) {
        for (PointStruct point : asked.getPointsList()) {
          if (values(point).length != size) {
            to.onError(
                Status.INVALID_ARGUMENT
                    .withDescription("Wrong input: Vector dimension error")
                    .asRuntimeException());
            return;
          }
          stored.points.put(name(point.getId()), point);
        }
      }
      answer(to, done());
    }

    @Override
    public void delete(DeletePoints asked, StreamObserver<PointsOperationResponse> to) {
      Stored stored = stored(asked.getCollectionName());
      synchronized (stored) {
        asked.getPoints().getPoints().getIdsList().forEach(id -> stored.points.remove(name(id)));
      }
      answer(to, done());
    }

    @Override
    public void createFieldIndex(
        CreateFieldIndexCollection asked, StreamObserver<PointsOperationResponse> to) {
      stored(asked.getCollectionName()).indexed.add(asked.getFieldName());
      answer(to, done());
    }

    @Override
    public void count(CountPoints asked, StreamObserver<CountResponse> to) {
      Stored stored = stored(asked.getCollectionName());
      answer(
          to,
          CountResponse.newBuilder()
              .setResult(CountResult.newBuilder().setCount(stored.points.size()))
              .build());
    }

    @Override
    public void scroll(ScrollPoints asked, StreamObserver<ScrollResponse> to) {
      Stored stored = stored(asked.getCollectionName());
      ScrollResponse.Builder page = ScrollResponse.newBuilder();
      synchronized (stored) {
        Map<String, PointStruct> rest =
            asked.hasOffset() ? stored.points.tailMap(name(asked.getOffset())) : stored.points;
        for (PointStruct point : rest.values()) {
          if (page.getResultCount() == asked.getLimit()) {
            page.setNextPageOffset(point.getId());
            break;
          }
          page.addResult(
              RetrievedPoint.newBuilder()
                  .setId(point.getId())
                  .putAllPayload(point.getPayloadMap()));
        }
      }
      answer(to, page.build());
    }

    @Override
    public void query(QueryPoints asked, StreamObserver<QueryResponse> to) {
      Stored stored = stored(asked.getCollectionName());
      float[] wanted = values(asked.getQuery().getNearest().getDense().getDataList());
      QueryResponse.Builder found = QueryResponse.newBuilder();
      synchronized (stored) {
        stored.points.values().stream()
            .filter(point -> passes(stored, asked.getFilter(), point))
            .map(point -> scored(point, wanted))
            .sorted(Comparator.comparingDouble(ScoredPoint::getScore).reversed())
            .limit(asked.getLimit())
            .forEach(found::addResult);
      }
      answer(to, found.build());
    }
  }

  private static ScoredPoint scored(PointStruct point, float[] wanted) {
    return ScoredPoint.newBuilder()
        .setId(point.getId())
        .setScore((float) cosine(values(point), wanted))
        .putAllPayload(point.getPayloadMap())
        .build();
  }

  private static PointsOperationResponse done() {
    return PointsOperationResponse.newBuilder()
        .setResult(UpdateResult.newBuilder().setStatus(UpdateStatus.Completed))
        .build();
  }

  private static String name(PointId id) {
    return id.hasUuid() ? id.getUuid() : "%020d".formatted(id.getNum());
  }

  private static float[] values(PointStruct point) {
    Vector vector = point.getVectors().getVector();
    return values(vector.hasDense() ? vector.getDense().getDataList() : vector.getDataList());
  }

  private static float[] values(List<Float> list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i);
    }
    return values;
  }

  private static double cosine(float[] one, float[] other) {
    double dot = 0;
    double mine = 0;
    double its = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * (double) other[i];
      mine += one[i] * (double) one[i];
      its += other[i] * (double) other[i];
    }
    return dot / Math.sqrt(mine * its);
  }

  private static boolean passes(Stored stored, Filter filter, PointStruct point) {
    return filter.getMustList().stream().allMatch(one -> passes(stored, one, point))
        && (filter.getShouldList().isEmpty()
            || filter.getShouldList().stream().anyMatch(one -> passes(stored, one, point)))
        && filter.getMustNotList().stream().noneMatch(one -> passes(stored, one, point));
  }

  private static boolean passes(Stored stored, Condition condition, PointStruct point) {
    if (condition.hasFilter()) {
      return passes(stored, condition.getFilter(), point);
    }
    FieldCondition field = condition.getField();
    if (!stored.indexed.contains(field.getKey())) {
      throw Status.INVALID_ARGUMENT
          .withDescription("Index required but not found for \"" + field.getKey() + "\"")
          .asRuntimeException();
    }
    Value value = new HashMap<>(point.getPayloadMap()).get(field.getKey());
    if (value == null) {
      return false;
    }
    return value.hasListValue()
        ? value.getListValue().getValuesList().stream().anyMatch(one -> matches(field, one))
        : matches(field, value);
  }

  private static boolean matches(FieldCondition field, Value value) {
    if (field.hasRange()) {
      double number = value.hasIntegerValue() ? value.getIntegerValue() : value.getDoubleValue();
      return (!field.getRange().hasGte() || number >= field.getRange().getGte())
          && (!field.getRange().hasLte() || number <= field.getRange().getLte());
    }
    return switch (field.getMatch().getMatchValueCase()) {
      case KEYWORD -> field.getMatch().getKeyword().equals(value.getStringValue());
      case INTEGERS ->
          field.getMatch().getIntegers().getIntegersList().contains(value.getIntegerValue());
      default ->
          throw Status.UNIMPLEMENTED
              .withDescription(field.getMatch().getMatchValueCase().name())
              .asRuntimeException();
    };
  }
}
