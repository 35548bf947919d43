import { reportFailure } from '../local/report-failure.ts'
import { parseArguments } from './arguments.ts'
import { startLake } from './start.ts'

try {
  const options = parseArguments(process.argv.slice(2))
  const { close, ...address } = await startLake(options)
  const stop = () => {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Started by another program: when that one is gone, however it went, there is nobody left to work for.
  process.once('disconnect', stop)
  const { url, projectId, dataset } = address
  console.log(
    options.json
      ? JSON.stringify(address)
      : `Lake ready at ${url} (project ${projectId}, dataset ${dataset}, data in ${options.dataDir})`,
  )
} catch (error) {
  reportFailure(error)
  process.exitCode = 1
}
