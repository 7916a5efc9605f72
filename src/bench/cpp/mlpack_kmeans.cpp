// mlpack's side of environment/bench engine: mlpack_kmeans VARIANT VALUES STARTS COLUMNS K CALLS, figures printed as Meter prints them.
// It calls the library that mlpack's own command mlpack_kmeans calls, so that no text is read or written within a call.
#include <mlpack/core.hpp>
#include <mlpack/methods/kmeans.hpp>

#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

static const size_t MAX_ITERATIONS = 100;
static size_t iterations = 0;

// Any of mlpack's ways to iterate, counting.
template<template<class, class> class Step>
struct Counted
{
  template<class Distance, class Matrix>
  class Type : public Step<Distance, Matrix>
  {
   public:
    Type(const Matrix& rows, Distance& distance) : Step<Distance, Matrix>(rows, distance) {}

    double Iterate(const arma::mat& from, arma::mat& to, arma::Col<size_t>& counts)
    {
      iterations++;
      return Step<Distance, Matrix>::Iterate(from, to, counts);
    }
  };
};

// Squared distances to the means of the labels, as the other sides take it: a row of the matrix is a column here.
static double Wcss(const arma::mat& rows, const arma::Row<size_t>& labels, const size_t k)
{
  arma::mat means(rows.n_rows, k, arma::fill::zeros);
  arma::vec sizes(k, arma::fill::zeros);
  for (size_t i = 0; i < rows.n_cols; ++i)
  {
    means.col(labels[i]) += rows.col(i);
    sizes[labels[i]]++;
  }
  for (size_t cluster = 0; cluster < k; ++cluster)
    means.col(cluster) /= sizes[cluster];
  double sum = 0;
  for (size_t i = 0; i < rows.n_cols; ++i)
    sum += arma::accu(arma::square(rows.col(i) - means.col(labels[i])));
  return sum;
}

// Fits from each start and returns the labels of each; to choose among them is no part of the job here.
template<template<class, class> class Step>
static std::vector<arma::Row<size_t>> Fit(const arma::mat& rows, const std::vector<arma::mat>& starts)
{
  using Algorithm = mlpack::KMeans<mlpack::EuclideanDistance, mlpack::SampleInitialization, mlpack::AllowEmptyClusters,
      Counted<Step>::template Type, arma::mat>;
  std::vector<arma::Row<size_t>> labels(starts.size());
  for (size_t start = 0; start < starts.size(); ++start)
  {
    arma::mat centroids = starts[start];
    Algorithm(MAX_ITERATIONS).Cluster(rows, centroids.n_cols, labels[start], centroids, false, true);
  }
  return labels;
}

static std::vector<arma::Row<size_t>> Fit(
    const std::string& variant, const arma::mat& rows, const std::vector<arma::mat>& starts)
{
  if (variant == "naive")
    return Fit<mlpack::NaiveKMeans>(rows, starts);
  if (variant == "elkan")
    return Fit<mlpack::ElkanKMeans>(rows, starts);
  if (variant == "hamerly")
    return Fit<mlpack::HamerlyKMeans>(rows, starts);
  if (variant == "dual-tree")
    return Fit<mlpack::DefaultDualTreeKMeans>(rows, starts);
  throw std::invalid_argument("There is no variant " + variant);
}

static std::vector<double> Doubles(const char* path)
{
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  std::vector<double> values(file.tellg() / sizeof(double));
  file.seekg(0);
  file.read(reinterpret_cast<char*>(values.data()), values.size() * sizeof(double));
  return values;
}

// MB that this process has held at most.
static double Peak()
{
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmHWM:")
    {
      double kilobytes;
      status >> kilobytes;
      return kilobytes * 1024 / 1e6;
    }
  return std::nan("");
}

static void Print(const std::string& name, const std::vector<double>& figures)
{
  std::cout << name;
  for (const double figure : figures)
    std::cout << ' ' << figure;
  std::cout << std::endl;
}

int main(int, char** arguments)
{
  std::cout.precision(17);
  const double idle = Peak();
  const size_t columns = std::stoul(arguments[4]), k = std::stoul(arguments[5]), calls = std::stoul(arguments[6]);
  std::vector<double> values = Doubles(arguments[2]), given = Doubles(arguments[3]);
  const arma::mat rows(values.data(), columns, values.size() / columns, false, true);
  std::vector<arma::mat> starts;
  for (size_t at = 0; at < given.size(); at += k * columns)
    starts.emplace_back(given.data() + at, columns, k);

  std::vector<double> seconds, cpu;
  std::vector<arma::Row<size_t>> labels;
  double peak = 0;
  for (size_t call = 0; call < calls; ++call)
  {
    iterations = 0;
    const auto began = std::chrono::steady_clock::now();
    const std::clock_t cpuBefore = std::clock();
    labels = Fit(arguments[1], rows, starts);
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    cpu.push_back(double(std::clock() - cpuBefore) / CLOCKS_PER_SEC);
    peak = call == 0 ? Peak() : peak;
  }
  double least = std::numeric_limits<double>::infinity();
  for (const auto& ofStart : labels)
    least = std::min(least, Wcss(rows, ofStart, k));
  Print("seconds", seconds);
  Print("cpu", cpu);
  Print("idle", {idle});
  Print("peak", {peak});
  Print("iterations", {double(iterations)});
  Print("wcss", {least});
}
